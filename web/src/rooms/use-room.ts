import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useLive } from '#web/platform/live.tsx';
import { joinRoom, leaveRoom, roomStream, takeMessage } from './room-queries.ts';

/** Reads a room, hears it while the page is open, and catches up after every new connection. */
export function useRoom(roomId: string) {
  const queries = useQueryClient();

  const enter = useCallback(async () => {
    // The socket is a hint and HTTP the truth: when joining fails, what can be read is read, and the next connection joins.
    await joinRoom(roomId).catch(() => null);
    await queries.invalidateQueries({ queryKey: roomStream(roomId).queryKey });
  }, [queries, roomId]);

  useEffect(() => {
    void enter();
    return () => void leaveRoom(roomId).catch(() => null);
  }, [enter, roomId]);

  useLive(
    (event) => {
      if (event.kind === 'message.sent' && event.roomId === roomId) void takeMessage(queries, roomId, event.message);
    },
    () => void enter(),
  );

  return useQuery(roomStream(roomId));
}
