import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsUpDown, IconArrowUp } from '@tabler/icons-react';
import type { SegmentName } from '#domain/segments/segment.ts';
import type { Movement } from '#domain/trends/trend.ts';
import { formatDay } from '#web/platform/format-moment.ts';
import classes from './segments.module.css';

type Props = {
  moves: Movement['segments'][number] | undefined;
  segment: SegmentName;
  /** A day. */
  since: string;
  onTell: () => void;
};

/** How many more or fewer a segment holds; it leads to who moved. Fewer at risk is good news, so no colour judges. */
export function MovementMark({ moves, segment, since, onTell }: Props) {
  if (!moves || moves.in + moves.out === 0) return <span className={classes.still}>no change</span>;
  const more = moves.in - moves.out;
  const Arrow = more === 0 ? IconArrowsUpDown : more > 0 ? IconArrowUp : IconArrowDown;
  const words = `${moves.in.toLocaleString('en')} in and ${moves.out.toLocaleString('en')} out since ${formatDay(since)}`;
  return (
    <UnstyledButton className={classes.moves} aria-label={`${segment}: ${words}`} title={words} onClick={onTell}>
      <Arrow size={12} stroke={1.75} aria-hidden />
      {Math.abs(more === 0 ? moves.in : more).toLocaleString('en')}
    </UnstyledButton>
  );
}
