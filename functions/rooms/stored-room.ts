import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { wholeWordsOf } from '#domain/kernel/search.ts';
import type { Head } from '#domain/rooms/head.ts';
import { Entry } from '#domain/rooms/message.ts';
import { packedHead, unpackedHead } from './stored-head.ts';

/**
 * The container's documents. A room is one partition: its head under the id `room`, and each entry under the id that its
 * sender made.
 */
export const headId = 'room';

type Place = { workspaceId: string; roomId: string };

export const headDocument = (place: Place, head: Head) => ({
  ...place,
  id: headId,
  kind: 'room',
  head: packedHead(head),
});

export const entryDocument = (place: Place, entry: Entry) => ({
  ...entry,
  ...place,
  ...(entry.kind === 'message' && {
    words: wholeWordsOf(entry.text, ...entry.files.map(({ name }) => name)),
  }),
});

const Stored = z.discriminatedUnion('kind', [
  z.object({ workspaceId: Id, roomId: Id, kind: z.literal('room'), head: z.unknown() }),
  z.looseObject({ workspaceId: Id, roomId: Id, kind: z.enum(['message', 'line']) }),
]);

export type StoredRoom = Place & ({ head: Head } | { entry: Entry });

/** What a change feed of the container brings. */
export function storedRoom(document: unknown): StoredRoom {
  const stored = Stored.parse(document);
  const { workspaceId, roomId } = stored;
  return stored.kind === 'room'
    ? { workspaceId, roomId, head: unpackedHead(stored.head) }
    : { workspaceId, roomId, entry: Entry.parse(document) };
}
