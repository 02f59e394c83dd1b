import { useEffect, useRef } from 'react';
import type { Receipt } from '#domain/rooms/room.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { call } from '#web/platform/call.ts';

const everyMs = 1000;

type Props = { roomId: string; lastSeq: number; mine: Receipt | undefined; isReading: boolean };

/** Tells the server how far one has read, or how far messages have arrived while one looks elsewhere: once a second at most. */
export function useReceipt({ roomId, lastSeq, mine, isReading }: Props): void {
  const told = useRef({ read: 0, delivered: 0, at: Number.NEGATIVE_INFINITY });
  const kind = isReading ? 'read' : 'delivered';
  const known = mine?.[kind] ?? 0;

  useEffect(() => {
    if (lastSeq <= Math.max(known, told.current[kind])) return;
    const tell = () => {
      const before = told.current;
      told.current = { ...before, [kind]: lastSeq, at: performance.now() };
      const body = kind === 'read' ? { read: lastSeq } : { delivered: lastSeq };
      // The next entry tells it again.
      call(roomRoutes.receipt, { params: { roomId }, body }).catch(() => {
        told.current = { ...told.current, [kind]: before[kind] };
      });
    };
    const pause = setTimeout(tell, Math.max(0, everyMs - (performance.now() - told.current.at)));
    return () => clearTimeout(pause);
  }, [roomId, lastSeq, kind, known]);
}
