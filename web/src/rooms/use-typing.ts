import { useEffect, useRef, useState } from 'react';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { call } from '#web/platform/call.ts';
import { useLive } from '#web/platform/live.tsx';

const sayEveryMs = 3000;
const hiddenAfterMs = 5000;

/** Answers a function that says "I am typing", at most every three seconds. Nothing is lost when it does not arrive. */
export function useSayTyping(roomId: string): () => void {
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  return () => {
    if (performance.now() - saidAt.current < sayEveryMs) return;
    saidAt.current = performance.now();
    void call(roomRoutes.typing, { params: { roomId } }).catch(() => undefined);
  };
}

/** The ids of those who type now: five seconds after their last sign, or with their message, they no longer do. */
export function useTyping(roomId: string, memberId: string): readonly string[] {
  const [typing, setTyping] = useState<readonly string[]>([]);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const stop = (id: string) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    setTyping([...timers.current.keys()]);
  };

  useLive((event) => {
    if (event.kind === 'typing' && event.roomId === roomId && event.memberId !== memberId) {
      clearTimeout(timers.current.get(event.memberId));
      timers.current.set(event.memberId, setTimeout(stop, hiddenAfterMs, event.memberId));
      setTyping([...timers.current.keys()]);
    }
    if (event.kind === 'entry.added' && event.roomId === roomId && event.entry.kind === 'message')
      stop(event.entry.sender.id);
  });

  useEffect(() => {
    const { current } = timers;
    return () => {
      for (const timer of current.values()) clearTimeout(timer);
      current.clear();
    };
  }, []);
  return typing;
}
