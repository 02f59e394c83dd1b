import { type Head, standing } from '#domain/rooms/head.ts';
import type { Room } from '#domain/rooms/room.ts';
import type { Work } from '#functions/work.ts';
import type { FoundRoom } from './read-room.ts';

/** A room as one of its people sees it; a task's by the word of its task, whatever the head says still. */
export async function presentRoom(work: Work, { id, head, about }: FoundRoom): Promise<Room> {
  return asSeen(work, id, standing(head, await about(head), work.now().toISOString()));
}

export async function asSeen({ caller, seats }: Work, id: string, head: Head): Promise<Room> {
  const seat = await seats.find({ memberId: caller.memberId, roomId: id });
  const { kind, title, members, receipts, lastSeq, lastChange } = head;
  return { id, kind, title, members, receipts, lastSeq, lastChange, isMuted: seat?.isMuted ?? false };
}
