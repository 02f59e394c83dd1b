import { ProblemError } from '#domain/kernel/problem.ts';
import { wholeWordsOf } from '#domain/kernel/search.ts';
import type { Message } from '#domain/rooms/message.ts';
import { chunksOf } from '#functions/platform/batch.ts';
import type { Work } from '#functions/work.ts';
import { type OpenRoom, readRoom } from './read-room.ts';

type Found = { roomId: string; title: string; message: Message };

const mostWords = 8;
const mostFound = 50;
const mostRooms = 50;
/** Each room is a partition and a query of its own. */
const roomsAtOnce = 8;

/** The newest messages with all of these words, in one room or in the newest of one's own. */
export async function searchMessages(
  work: Work,
  { q, roomId }: { q: string; roomId?: string | undefined },
): Promise<Found[]> {
  const words = wholeWordsOf(q).slice(0, mostWords);
  if (words.length === 0) return [];
  if (roomId !== undefined) return foundIn(work, await readRoom(work, roomId), words);

  const { items: seats } = await work.seats.list(work.caller.memberId, { limit: mostRooms });
  const found: Found[] = [];
  for (const chunk of chunksOf(seats, roomsAtOnce)) {
    const ofRooms = await Promise.all(chunk.map((seat) => foundInSeat(work, seat.roomId, words)));
    found.push(...ofRooms.flat());
  }
  return found.toSorted((a, b) => b.message.sentAt.localeCompare(a.message.sentAt)).slice(0, mostFound);
}

/** A seat follows a little later than who may read the room. */
async function foundInSeat(work: Work, roomId: string, words: string[]): Promise<Found[]> {
  try {
    return await foundIn(work, await readRoom(work, roomId), words);
  } catch (error) {
    if (error instanceof ProblemError && [404, 409].includes(error.problem.status)) return [];
    throw error;
  }
}

async function foundIn(work: Work, room: OpenRoom, words: string[]): Promise<Found[]> {
  const messages = await work.rooms.withWords(room.id, words, mostFound);
  const title = titleOf(room, work.caller.memberId);
  return messages.map((message) => ({ roomId: room.id, title, message }));
}

const titleOf = ({ head, task }: OpenRoom, readerId: string): string =>
  task?.title ||
  head?.title ||
  (head?.members ?? [])
    .filter(({ id }) => id !== readerId)
    .map(({ name }) => name)
    .join(', ');
