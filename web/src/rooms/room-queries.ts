import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { roomRoutes } from '#domain/rooms/routes.ts';
import type { Message } from '#domain/rooms/message.ts';
import { emptyStream, hasGap, open, prepend, receive, type Stream } from '#domain/rooms/stream.ts';
import { call } from '#web/platform/call.ts';

const keyOf = (roomId: string) => ['rooms', roomId];
const keptIn = (queries: QueryClient, roomId: string) => queries.getQueryData<Stream>(keyOf(roomId)) ?? emptyStream;

/** The newest page the first time; afterwards every fetch is a catch-up: all after the last message here. */
export const roomStream = (roomId: string) =>
  queryOptions({
    queryKey: keyOf(roomId),
    queryFn: ({ client, signal }) => readOn(client, roomId, signal),
    structuralSharing: false,
  });

async function readOn(queries: QueryClient, roomId: string, signal: AbortSignal): Promise<Stream> {
  const { last } = keptIn(queries, roomId);
  const query = last === null ? {} : { after: last, limit: 200 };
  const page = await call(roomRoutes.messages, { params: { roomId }, query }, signal);
  const stream = open(keptIn(queries, roomId), page.items);
  if (page.items.length === 0 || (stream.last ?? 0) >= page.lastSeq) return stream;
  queries.setQueryData(keyOf(roomId), stream);
  return readOn(queries, roomId, signal);
}

/** Puts a message in its place; when one is missing before it, the room is read again. */
export async function takeMessage(queries: QueryClient, roomId: string, message: Message): Promise<void> {
  const stream = receive(keptIn(queries, roomId), [message]);
  queries.setQueryData(keyOf(roomId), stream);
  if (hasGap(stream)) await queries.invalidateQueries({ queryKey: keyOf(roomId) });
}

export async function readOlder(queries: QueryClient, roomId: string): Promise<void> {
  const before = keptIn(queries, roomId).messages[0]?.seq;
  if (!before) return;
  const page = await call(roomRoutes.messages, { params: { roomId }, query: { before } });
  queries.setQueryData(keyOf(roomId), (stream: Stream = emptyStream) => prepend(stream, page.items));
}

let turn: Promise<unknown> = Promise.resolve();
/** One after the other: a leave that overtakes the next join would silence the room. */
const inTurn = (step: () => Promise<void>): Promise<void> => {
  const done = turn.then(step, step);
  turn = done;
  return done;
};

export const joinRoom = (roomId: string) => inTurn(() => call(roomRoutes.join, { params: { roomId } }));
export const leaveRoom = (roomId: string) => inTurn(() => call(roomRoutes.leave, { params: { roomId } }));
