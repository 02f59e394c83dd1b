import type { Room } from '#domain/rooms/room.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { call } from '#web/platform/call.ts';

/**
 * Hears a room on the browser's connection until the returned function is called. All tabs share that connection, so
 * the last of them to close a room leaves it: each holds a lock as long as the room is open in it. A join waits for a
 * leave that is under way: one that overtook it would silence the room.
 */
export function hearRoom(
  roomId: string,
  connectionId: string,
  { onJoined, onRefused }: { onJoined: (room: Room) => void; onRefused: (error: unknown) => void },
): () => void {
  const name = `room ${roomId}`;
  const sent = { params: { roomId }, body: { connectionId } };
  const { promise: closed, resolve: close } = Promise.withResolvers<void>();
  let isClosed = false;

  const held = navigator.locks.request(name, { mode: 'shared' }, async () => {
    if (isClosed) return;
    await call(roomRoutes.join, sent).then(onJoined, onRefused);
    await closed;
  });

  return () => {
    isClosed = true;
    close();
    void held
      .then(() =>
        navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
          if (lock) await call(roomRoutes.leave, sent);
        }),
      )
      // The connection ends with the page at the latest.
      .catch(() => undefined);
  };
}
