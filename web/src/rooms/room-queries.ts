import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Entry } from '#domain/rooms/message.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import type { Receipt, Room } from '#domain/rooms/room.ts';
import {
  catchUp,
  emptyStream,
  hasGap,
  hasOlder,
  mergeReceipts,
  open,
  prepend,
  receive,
  type Stream,
} from '#domain/rooms/stream.ts';
import { call } from '#web/platform/call.ts';

/** Whoever missed more than this reads the room anew, from its end. */
const mostMissed = 1000;
const longestPage = 200;

export const roomHead = (roomId: string) =>
  queryOptions({
    queryKey: ['rooms', roomId, 'head'],
    queryFn: ({ signal }) => call(roomRoutes.get, { params: { roomId } }, signal),
  });

const keyOf = (roomId: string) => ['rooms', roomId, 'stream'] as const;
const kept = (queries: QueryClient, roomId: string) => queries.getQueryData<Stream>(keyOf(roomId)) ?? emptyStream;
/** A room that nobody opened is read when somebody does. */
const isKnown = (queries: QueryClient, roomId: string) => queries.getQueryState(keyOf(roomId)) !== undefined;
const change = (queries: QueryClient, roomId: string, by: (stream: Stream) => Stream): Stream => {
  const next = by(kept(queries, roomId));
  queries.setQueryData(keyOf(roomId), next);
  return next;
};

/** The newest page the first time; afterwards every fetch is a catch-up: all that changed after the last change here. */
export const roomStream = (roomId: string) =>
  queryOptions({
    queryKey: keyOf(roomId),
    queryFn: ({ client, signal }) => readOn(client, roomId, signal),
    // The socket brings what is new; whoever comes back to the page after this long looks whether it did.
    staleTime: 30_000,
    structuralSharing: false,
  });

async function readOn(queries: QueryClient, roomId: string, signal: AbortSignal): Promise<Stream> {
  const { last } = kept(queries, roomId);
  const read = (query: object) => call(roomRoutes.messages, { params: { roomId }, query }, signal);
  const page = await read(last === null ? {} : { after: last, limit: longestPage });
  if (last !== null && page.lastChange - last > mostMissed) {
    const newest = await read({});
    return open({ ...kept(queries, roomId), last: null }, newest);
  }
  const stream = last === null ? open(kept(queries, roomId), page) : catchUp(kept(queries, roomId), last, page);
  const isFurther = stream.last !== last;
  if (!hasGap(stream) || !isFurther) return stream;
  queries.setQueryData(keyOf(roomId), stream);
  return readOn(queries, roomId, signal);
}

/** Puts an entry in its place; when a change is missing before it, the room is read on. */
export async function takeEntry(queries: QueryClient, roomId: string, entry: Entry): Promise<void> {
  if (!isKnown(queries, roomId)) return;
  const stream = change(queries, roomId, (stream) => receive(stream, [entry]));
  if (hasGap(stream)) await queries.invalidateQueries({ queryKey: keyOf(roomId) });
}

export function takeReceipt(queries: QueryClient, roomId: string, memberId: string, receipt: Receipt): void {
  if (isKnown(queries, roomId)) change(queries, roomId, (stream) => mergeReceipts(stream, { [memberId]: receipt }));
}

export const takeHead = (queries: QueryClient, room: Room): void =>
  void queries.setQueryData(roomHead(room.id).queryKey, room);

/** Reads the page before the first entry; with `downTo`, as many as lead to that seq. */
export async function readOlder(queries: QueryClient, roomId: string, downTo?: number): Promise<void> {
  const stream = kept(queries, roomId);
  const before = stream.entries[0]?.seq;
  if (!before || !hasOlder(stream) || (downTo !== undefined && before <= downTo)) return;
  const query = { before, limit: downTo === undefined ? 100 : longestPage };
  const page = await call(roomRoutes.messages, { params: { roomId }, query });
  const next = change(queries, roomId, (stream) => prepend(stream, page));
  if (hasGap(next)) void queries.invalidateQueries({ queryKey: keyOf(roomId) });
  if (downTo !== undefined && page.items.length > 0) await readOlder(queries, roomId, downTo);
}
