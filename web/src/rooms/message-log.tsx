import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, type Ref, useMemo, useState } from 'react';
import type { Entry } from '#domain/rooms/message.ts';
import type { Receipts, RoomMember } from '#domain/rooms/room.ts';
import { LazyRow } from './lazy-row.tsx';
import { LineRow } from './line-row.tsx';
import { MessageRow } from './message-row.tsx';
import { NewRow } from './new-row.tsx';
import { onEntryKey } from './on-entry-key.ts';
import { newestRead, tickOf } from './receipts.ts';
import { dayNamer, dayWord, type Row, rowsOf, seqOf } from './runs.ts';
import type { Log } from './use-log.ts';
import classes from './log.module.css';

const dayOf = dayNamer(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** More rows than the highest window shows. */
const firstView = 40;

type Props = {
  logRef: Ref<HTMLDivElement>;
  columnRef: Ref<HTMLDivElement>;
  log: Omit<Log, 'log' | 'column'>;
  entries: readonly Entry[];
  members: readonly RoomMember[];
  receipts: Receipts;
  memberId: string;
  hasOlder: boolean;
  /** What is not sent yet, below the rest. */
  children: ReactNode;
};

/** The stream as bubbles: older ones load on the way up, new ones keep the reader at the end. */
export function MessageLog({
  logRef,
  columnRef,
  log,
  entries,
  members,
  receipts,
  memberId,
  hasOlder,
  children,
}: Props) {
  const rows = useMemo(() => rowsOf(entries, dayOf, log.newFrom), [entries, log.newFrom]);
  const newest = newestRead(rows, members, receipts, memberId);
  const [seenFrom, setSeenFrom] = useState<number | null>(null);
  const { older } = log;

  return (
    <div className={classes.frame}>
      {/* The arrows walk from message to message. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={logRef}
        role="log"
        aria-live="polite"
        aria-label="Messages"
        // Earlier messages are not news.
        aria-busy={older.isPending}
        // The keyboard scrolls what it can focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className={classes.log}
        onScroll={log.onScroll}
        onKeyDown={onEntryKey}
      >
        <div ref={columnRef} className={classes.column}>
          {hasOlder && (
            <Button
              size="xs"
              variant="subtle"
              mx="auto"
              loading={older.isPending}
              onClick={() => older.mutate(undefined)}
            >
              {older.isError ? 'Earlier messages did not arrive. Retry' : 'Earlier messages'}
            </Button>
          )}
          {rows.map((row, at) => (
            <LazyRow key={row.key} seq={seqOf(row)} isNearAtFirst={at >= rows.length - firstView} watch={log.watch}>
              {() =>
                row.kind === 'new' ? (
                  <NewRow onSeen={() => setSeenFrom(log.newFrom)} />
                ) : (
                  <RowFace
                    row={row}
                    members={members}
                    receipts={receipts}
                    memberId={memberId}
                    readAt={row.key === newest?.key ? newest.at : null}
                  />
                )
              }
            </LazyRow>
          ))}
          {children}
        </div>
      </div>
      {log.newFrom !== null && seenFrom !== log.newFrom && (
        <Button
          size="xs"
          className={classes.toFirst}
          leftSection={<IconArrowUp size={14} stroke={1.5} />}
          loading={log.isSeeking}
          onClick={() => log.goTo(log.newFrom ?? 0)}
        >
          Jump to first unread
        </Button>
      )}
      {!log.isAtEnd && (
        <Button
          size="xs"
          className={classes.toEnd}
          leftSection={<IconArrowDown size={14} stroke={1.5} />}
          onClick={log.toEnd}
        >
          {newWords(log.newBelow)}
        </Button>
      )}
    </div>
  );
}

type RowProps = Pick<Props, 'members' | 'receipts' | 'memberId'> & {
  row: Exclude<Row, { kind: 'new' }>;
  readAt: string | null;
};

function RowFace({ row, members, receipts, memberId, readAt }: RowProps) {
  if (row.kind === 'day') return <div className={classes.day}>{dayWord(row.day, dayOf(new Date().toISOString()))}</div>;
  if (row.kind === 'line') return <LineRow line={row.line} />;
  const isMine = row.message.sender.id === memberId;
  const tick = isMine && row.closesRun ? tickOf(row.message.seq, members, receipts, memberId) : null;
  return <MessageRow row={row} isMine={isMine} tick={tick} readAt={readAt} />;
}

function newWords(count: number): string {
  if (count === 0) return 'To the newest';
  return count === 1 ? '1 new message' : `${count} new messages`;
}
