import { problems } from '#domain/kernel/problem.ts';
import type { EntryPage } from '#domain/rooms/stream.ts';
import type { Entry } from '#domain/rooms/message.ts';
import type { Work } from '#functions/work.ts';
import { readRoom } from './read-room.ts';
import type { EntriesAsked } from './room-entries.ts';

type Answer = Omit<EntryPage, 'items'> & { items: Entry[] };

/** The head is read before the entries: what changes in between is in the entries, or comes after `upTo`. */
export async function readEntries(work: Work, roomId: string, asked: EntriesAsked): Promise<Answer> {
  if (asked.after !== undefined && asked.before !== undefined)
    throw problems.invalid([{ pointer: '/query/before', detail: 'Not together with after' }]);
  const { head } = await readRoom(work, roomId);
  const { lastSeq = 0, lastChange = 0, receipts = {} } = head ?? {};
  const items = await work.rooms.entries(roomId, asked);
  const isCutOff = asked.after !== undefined && items.length === asked.limit;
  const upTo = isCutOff ? Math.min(lastChange, items.at(-1)!.change) : lastChange;
  return { items, upTo, lastSeq, lastChange, receipts };
}
