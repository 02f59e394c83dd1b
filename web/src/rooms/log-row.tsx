import { memo } from 'react';
import { LazyRow } from './lazy-row.tsx';
import { LineRow } from './line-row.tsx';
import { MessageRow } from './message-row.tsx';
import { NewRow } from './new-row.tsx';
import { dayHere, dayWord, isSameRow, type Row, seqOf } from './runs.ts';
import type { Watch } from './use-near-view.ts';
import classes from './log.module.css';

type Props = {
  row: Row;
  memberId: string;
  readAt: string | null;
  isNearAtFirst: boolean;
  watch: Watch;
  onNewSeen: () => void;
};

/** Of ten thousand rows the one that came is made, and the others are not even looked into. */
const isSame = (a: Props, b: Props): boolean =>
  isSameRow(a.row, b.row) && a.memberId === b.memberId && a.readAt === b.readAt && a.watch === b.watch;

export const LogRow = memo(
  (props: Props) => (
    <LazyRow seq={seqOf(props.row)} isNearAtFirst={props.isNearAtFirst} watch={props.watch}>
      {() => <RowFace {...props} />}
    </LazyRow>
  ),
  isSame,
);

function RowFace({ row, memberId, readAt, onNewSeen }: Props) {
  if (row.kind === 'new') return <NewRow onSeen={onNewSeen} />;
  if (row.kind === 'day')
    return <div className={classes.day}>{dayWord(row.day, dayHere(new Date().toISOString()))}</div>;
  if (row.kind === 'line') return <LineRow line={row.line} />;
  return <MessageRow row={row} isMine={row.message.sender.id === memberId} readAt={readAt} />;
}
