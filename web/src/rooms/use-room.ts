import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Room } from '#domain/rooms/room.ts';
import type { Stream } from '#domain/rooms/stream.ts';
import { useConnectionId, useLive, useLiveState } from '#web/platform/live.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { hearRoom } from './hear-room.ts';
import { roomHead, roomStream, takeEntry, takeHead, takeReceipt } from './room-queries.ts';

type OpenRoom = { room: Room | undefined; stream: Stream | undefined; error: unknown; refetch: () => void };

/**
 * Reads a room, hears it while the page is open, and catches up after every new connection and when one comes back to
 * the page. `error` is null while there is something to show, unless the room is closed to the reader.
 * `mustJoin`: nothing of it may be read before it was joined, so nothing is asked before.
 */
export function useRoom(roomId: string, mustJoin = false): OpenRoom {
  const queries = useQueryClient();
  const connectionId = useConnectionId();
  const [enteredOn, setEnteredOn] = useState<string | null>(null);
  // Without a connection nobody can join: whoever joined earlier may still read.
  const isCut = useLiveState() === 'reconnecting';
  const enabled = !mustJoin || enteredOn !== null || isCut;
  const head = useQuery({ ...roomHead(roomId), enabled });
  const stream = useQuery({ ...roomStream(roomId), enabled });

  useEffect(() => {
    if (!connectionId) return;
    let isOver = false;
    const catchUp = () => {
      // The socket is a hint and HTTP the truth: when joining fails, what can be read is read.
      if (!isOver)
        void queries.invalidateQueries({ queryKey: ['rooms', roomId] }).then(() => setEnteredOn(connectionId));
    };
    const leave = hearRoom(roomId, connectionId, {
      onJoined: (room) => {
        takeHead(queries, room);
        catchUp();
      },
      onRefused: catchUp,
    });
    return () => {
      isOver = true;
      leave();
    };
  }, [connectionId, queries, roomId]);

  useLive((event) => {
    if (!('roomId' in event) || event.roomId !== roomId) return;
    if (event.kind === 'entry.added' || event.kind === 'entry.changed') void takeEntry(queries, roomId, event.entry);
    if (event.kind === 'receipt.changed') takeReceipt(queries, roomId, event.memberId, event.receipt);
  });

  const failure = head.error ?? stream.error;
  const isShown = head.data !== undefined && stream.data !== undefined && stream.data.last !== null;
  // A leader has to join before they may read: until that was tried, a refusal says nothing.
  const isEntering = statusOf(failure) === 409 && (!connectionId || enteredOn !== connectionId);
  const isClosed = [403, 404, 409].includes(statusOf(failure) ?? 0);
  return {
    room: isClosed ? undefined : head.data,
    stream: isClosed || stream.data?.last === null ? undefined : stream.data,
    error: isEntering || (isShown && !isClosed) ? null : failure,
    refetch: () => void queries.invalidateQueries({ queryKey: ['rooms', roomId] }),
  };
}
