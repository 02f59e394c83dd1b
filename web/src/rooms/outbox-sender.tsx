import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMe } from '#web/members/me.ts';
import { useLive } from '#web/platform/live.tsx';
import { outbox } from './outbox.ts';
import { takeEntry } from './room-queries.ts';
import { sendUnsent } from './send-unsent.ts';

const firstPauseMs = 2000;
const longestPauseMs = 30_000;

/** Sends what is in the outbox on whatever page one is; of several tabs one at a time does. */
export function OutboxSender() {
  const { member } = useMe();
  const queries = useQueryClient();
  const wake = useRef<() => void>(() => undefined);

  useEffect(() => {
    const is = { wanted: false, busy: false, over: false };
    let pauseMs = firstPauseMs;
    let pause: ReturnType<typeof setTimeout> | undefined;

    const work = async () => {
      is.busy = true;
      while (is.wanted && !is.over) {
        is.wanted = false;
        const isLeft = await navigator.locks.request(`outbox ${member.id}`, () =>
          sendUnsent(member.id, (roomId, message) => takeEntry(queries, roomId, message)),
        );
        clearTimeout(pause);
        if (!isLeft) pauseMs = firstPauseMs;
        else if (!is.over) pause = setTimeout(go, (pauseMs = Math.min(pauseMs * 2, longestPauseMs)));
      }
      is.busy = false;
    };
    const go = () => {
      is.wanted = true;
      if (!is.busy) void work();
    };
    const stopHearing = outbox.subscribe(({ isWork }) => isWork && go());
    window.addEventListener('online', go);
    wake.current = go;
    go();
    return () => {
      is.over = true;
      clearTimeout(pause);
      stopHearing();
      window.removeEventListener('online', go);
    };
  }, [member.id, queries]);

  useLive(
    () => undefined,
    () => wake.current(),
  );
  return null;
}
