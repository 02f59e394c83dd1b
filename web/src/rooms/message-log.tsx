import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, type Ref, useCallback, useMemo, useState } from 'react';
import type { Entry } from '#domain/rooms/message.ts';
import type { Receipts, RoomMember } from '#domain/rooms/room.ts';
import { type Block, blocksOf } from './blocks.ts';
import { LogBlock } from './log-block.tsx';
import { onEntryKey } from './on-entry-key.ts';
import { ReadersContext } from './own-tick.tsx';
import { newestRead } from './receipts.ts';
import { dayHere, rowsOf } from './runs.ts';
import type { Log } from './use-log.ts';
import classes from './log.module.css';

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
  const rows = useMemo(() => rowsOf(entries, dayHere, log.newFrom), [entries, log.newFrom]);
  const blocks = useMemo(() => blocksOf(rows), [rows]);
  const newest = newestRead(rows, members, receipts, memberId);
  const [seenFrom, setSeenFrom] = useState<number | null>(null);
  const onNewSeen = useCallback(() => setSeenFrom(log.newFrom), [log.newFrom]);
  const readers = useMemo(() => ({ members, receipts, memberId }), [members, receipts, memberId]);
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
          <ReadersContext value={readers}>
            {blocks.map((block, at) => (
              <LogBlock
                key={block.number}
                block={block}
                memberId={memberId}
                read={newest && block.rows.some(({ key }) => key === newest.key) ? newest : undefined}
                nearAtFirst={firstView - rowsAfter(blocks, at)}
                watch={log.watch}
                onNewSeen={onNewSeen}
              />
            ))}
          </ReadersContext>
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

const rowsAfter = (blocks: readonly Block[], at: number): number =>
  blocks.slice(at + 1).reduce((sum, { rows }) => sum + rows.length, 0);

function newWords(count: number): string {
  if (count === 0) return 'To the newest';
  return count === 1 ? '1 new message' : `${count} new messages`;
}
