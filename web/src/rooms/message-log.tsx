import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment } from 'react';
import { hasOlder, type Stream } from '#domain/rooms/stream.ts';
import { useMe } from '#web/members/me.ts';
import { MessageRun } from './message-run.tsx';
import type { Unsent } from './outbox.ts';
import { readOlder } from './room-queries.ts';
import { dayWord, daysOf } from './runs.ts';
import { UnsentBubble } from './unsent-bubble.tsx';
import { useLogScroll } from './use-log-scroll.ts';
import classes from './chat.module.css';

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

type Props = {
  roomId: string;
  stream: Stream;
  unsent: readonly Unsent[];
  onRetry: (messageId: string) => void;
};

/** The stream as bubbles: older ones load on the way up, new ones keep the reader at the end. */
export function MessageLog({ roomId, stream, unsent, onRetry }: Props) {
  const { member } = useMe();
  const queries = useQueryClient();
  const older = useMutation({ mutationFn: () => readOlder(queries, roomId) });
  const mayLoad = hasOlder(stream) && !older.isPending;
  const { messages } = stream;
  const waiting = unsent.filter(({ messageId }) => !messages.some(({ id }) => id === messageId));

  const scroll = useLogScroll({
    first: messages[0]?.seq,
    size: messages.length + waiting.length,
    onTop: () => mayLoad && !older.isError && older.mutate(),
  });

  return (
    // The keyboard scrolls what it can focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="log" aria-live="polite" aria-label="Messages" tabIndex={0} className={classes.log} {...scroll}>
      <div className={classes.column}>
        {hasOlder(stream) && (
          <Button size="xs" variant="subtle" loading={older.isPending} onClick={() => older.mutate()} mx="auto">
            {older.isError ? 'Earlier messages did not arrive. Retry' : 'Earlier messages'}
          </Button>
        )}
        {messages.length + waiting.length === 0 && <p className="muted">No messages yet. Say hello.</p>}
        {daysOf(messages, timeZone).map(({ day, runs }) => (
          <Fragment key={day}>
            <div className={classes.day}>{dayWord(day, timeZone, new Date())}</div>
            {runs.map((run) => (
              <MessageRun key={run.messages[0]?.id} run={run} isMine={run.messages[0]?.sender.id === member.id} />
            ))}
          </Fragment>
        ))}
        {waiting.map((each) => (
          <UnsentBubble key={each.messageId} unsent={each} onRetry={() => onRetry(each.messageId)} />
        ))}
      </div>
    </div>
  );
}
