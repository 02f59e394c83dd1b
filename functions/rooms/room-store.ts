import type { OperationInput } from '@azure/cosmos';
import { problems } from '#domain/kernel/problem.ts';
import { type About, type Head, standing, withChanged, withEntry } from '#domain/rooms/head.ts';
import type { Entry, Line, Message } from '#domain/rooms/message.ts';
import { runBatch } from '#functions/platform/batch.ts';
import { container } from '#functions/platform/cosmos.ts';
import { inTurn } from './in-turn.ts';
import { roomEntries } from './room-entries.ts';
import { roomNames } from './room-names.ts';
import { roomPurge } from './room-purge.ts';
import { unpackedHead } from './stored-head.ts';
import { entryDocument, headDocument, headId } from './stored-room.ts';

const rooms = container('rooms');

type Numbers = 'seq' | 'change';
export type NewEntry = Omit<Message, Numbers> | Omit<Line, Numbers>;

/** What the room is, by the truth and not by its head: asked again for each try. */
export type AboutRoom = (head: Head | null) => About | Promise<About>;

/** A head as it was read; both are null where there is none. */
export type Known = { head: Head | null; etag: string | null };

/**
 * The rooms of one workspace. All that happens in a room is one transaction of its head and an entry, and whoever lost
 * the race begins again from the new head: so `seq` and `change` have no gaps.
 */
export const roomStore = (workspaceId: string) => {
  const keyOf = (roomId: string) => [workspaceId, roomId];
  const placeOf = (roomId: string) => ({ workspaceId, roomId });
  const entries = roomEntries(rooms, workspaceId);

  const known = async (roomId: string): Promise<Known> => {
    const { resource } = await rooms.item(headId, keyOf(roomId)).read<{ head: unknown; _etag: string }>();
    return resource ? { head: unpackedHead(resource.head), etag: resource._etag } : { head: null, etag: null };
  };

  type Written = { head: Head; beside?: OperationInput };

  /** The head, and what goes with it, in one transaction over the version that was read; false when it was another's. */
  const write = async (roomId: string, { etag }: Known, { head, beside }: Written): Promise<boolean> => {
    const resourceBody = headDocument(placeOf(roomId), head);
    const ofHead: OperationInput =
      etag === null
        ? { operationType: 'Create', resourceBody }
        : { operationType: 'Replace', id: headId, resourceBody, ifMatch: etag };
    const operations = beside ? [ofHead, beside] : [ofHead];
    return (await runBatch(rooms, operations, keyOf(roomId))) === 'done';
  };

  /** Until one try answers. What was read before is good for the first, unless somebody went ahead. */
  const retried = <T>(
    roomId: string,
    from: Known | undefined,
    attempt: (before: Known) => Promise<T | null>,
  ): Promise<T> =>
    inTurn(`${workspaceId} ${roomId}`, async (isFirst) => {
      let before = isFirst && from ? from : await known(roomId);
      for (;;) {
        const answer = await attempt(before);
        if (answer !== null) return answer;
        before = await known(roomId);
      }
    });

  return {
    ...entries,
    ...roomNames(rooms, workspaceId),
    ...roomPurge(rooms, workspaceId),

    known,
    head: async (roomId: string): Promise<Head | null> => (await known(roomId)).head,

    /** Nothing is written when `change` answers the head it was given. `from`: where it was read already. */
    changeHead: (roomId: string, change: (head: Head | null) => Head | Promise<Head>, from?: Known): Promise<Head> =>
      retried(roomId, from, async (before) => {
        const head = await change(before.head);
        const isSame = head === before.head;
        return isSame || (await write(roomId, before, { head })) ? head : null;
      }),

    /** Stored once, with the next seq. The answer is what is stored, also to whoever sends the same id again. */
    addEntry: (
      roomId: string,
      { entry: added, about, from }: { entry: NewEntry; about: AboutRoom; from?: Known },
    ): Promise<{ entry: Entry; isNew: boolean }> =>
      retried(roomId, from, async (before) => {
        const now = standing(before.head, await about(before.head), added.sentAt);
        const entry: Entry = { ...added, seq: now.lastSeq + 1, change: now.lastChange + 1 };
        const create: OperationInput = {
          operationType: 'Create',
          resourceBody: entryDocument(placeOf(roomId), entry),
        };
        if (await write(roomId, before, { head: withEntry(now, entry), beside: create })) return { entry, isNew: true };

        const stored = await entries.entry(roomId, added.id);
        return stored && { entry: stored, isNew: false };
      }),

    /** Takes the next change number. Nothing is written when `change` answers the entry it was given. */
    changeEntry: (
      roomId: string,
      { entryId, change, about }: { entryId: string; change: (entry: Entry) => Entry; about: AboutRoom },
    ): Promise<{ entry: Entry; isChanged: boolean }> =>
      retried(roomId, undefined, async (before) => {
        const stored = await entries.storedEntry(roomId, entryId);
        if (!before.head || !stored) throw problems.notFound('The message');
        const changed = change(stored.entry);
        if (changed === stored.entry) return { entry: changed, isChanged: false };

        const now = standing(before.head, await about(before.head), changed.sentAt);
        const entry = { ...changed, change: now.lastChange + 1 };
        const replace: OperationInput = {
          operationType: 'Replace',
          id: entryId,
          resourceBody: entryDocument(placeOf(roomId), entry),
          ifMatch: stored.etag,
        };
        const isDone = await write(roomId, before, { head: withChanged(now, entry), beside: replace });
        return isDone ? { entry, isChanged: true } : null;
      }),
  };
};
