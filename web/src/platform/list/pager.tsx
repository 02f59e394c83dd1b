import { UnstyledButton } from '@mantine/core';
import type { useCount } from './use-count.ts';
import classes from './pager.module.css';

type Props = { loaded: number; count: ReturnType<typeof useCount> };

/** "1-50 of 1,000+", and a way to the exact number. */
export const Pager = ({ loaded, count: { words, countAll, isCounting } }: Props) => (
  <div className={classes.pager}>
    <span>
      1-{loaded.toLocaleString('en')}
      {words && ` of ${words}`}
    </span>
    {countAll && (
      <UnstyledButton className={classes.countAll} disabled={isCounting} onClick={countAll}>
        {isCounting ? 'Counting…' : 'Count all'}
      </UnstyledButton>
    )}
  </div>
);
