import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Selection } from './selection.ts';
import classes from './selection-bar.module.css';

type Props = {
  selection: Selection;
  /** How many match, in words. */
  matching: string | undefined;
  onAll: () => void;
  onClear: () => void;
  children: ReactNode;
};

/** Stands in the pager's place, so that nothing moves. */
export function SelectionBar({ selection, matching, onAll, onClear, children }: Props) {
  return (
    <div role="region" aria-label="Selection" className={classes.bar}>
      <span role="status" className="figures">
        <b>{selection.isAll ? `All ${matching ?? ''} matching selected` : `${selection.ids.size} selected`}</b>
      </span>
      {!selection.isAll && (
        <UnstyledButton className={classes.all} onClick={onAll}>
          Select all {matching} matching
        </UnstyledButton>
      )}
      <i className={classes.rule} aria-hidden />
      {children}
      <ActionIcon className={classes.clear} variant="transparent" aria-label="Clear selection" onClick={onClear}>
        <IconX size={16} stroke={1.5} />
      </ActionIcon>
    </div>
  );
}
