import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { ProblemError } from '#domain/kernel/problem.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { call } from '#web/platform/call.ts';
import { useLive } from '#web/platform/live.tsx';
import { type Outbox, outboxOf, unsentIn } from './outbox.ts';
import { takeMessage } from './room-queries.ts';

/** Sends what is in the outbox, oldest first; what failed goes out again with Retry, a reload or a new connection. */
export function useOutbox(memberId: string, roomId: string) {
  const queries = useQueryClient();
  const outbox = useMemo(() => outboxOf(memberId, roomId), [memberId, roomId]);
  const stored = useSyncExternalStore(outbox.subscribe, outbox.stored);
  const unsent = useMemo(() => unsentIn(stored), [stored]);
  const isSending = useRef(false);

  const sendAll = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    for (let next = firstOf(outbox); next; next = firstOf(outbox)) {
      const { messageId, text } = next;
      try {
        const message = await call(roomRoutes.send, { params: { roomId }, body: { messageId, text } });
        await takeMessage(queries, roomId, message);
        outbox.remove(messageId);
      } catch (error) {
        outbox.mark(messageId, reasonOf(error));
      }
    }
    isSending.current = false;
  }, [outbox, queries, roomId]);

  const retry = useCallback(
    (messageId?: string) => {
      const again = outbox.all().filter((each) => !messageId || each.messageId === messageId);
      for (const each of again) outbox.mark(each.messageId, null);
      void sendAll();
    },
    [outbox, sendAll],
  );

  useEffect(() => retry(), [retry]);
  useLive(
    () => undefined,
    () => retry(),
  );

  const send = (text: string) => {
    outbox.add(text);
    void sendAll();
  };
  return { unsent, send, retry };
}

const firstOf = (outbox: Outbox) => outbox.all().find((each) => each.failed === null);

const reasonOf = (error: unknown): string =>
  error instanceof ProblemError ? error.problem.title : 'Something went wrong';
