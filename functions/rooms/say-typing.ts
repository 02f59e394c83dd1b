import type { Work } from '#functions/work.ts';
import { readRoom } from './read-room.ts';

/** Told and not kept. The server tells it, so that nobody types under another's name. */
export async function sayTyping(work: Work, roomId: string): Promise<void> {
  await readRoom(work, roomId);
  await work.live.toRoom(roomId, { kind: 'typing', roomId, memberId: work.caller.memberId });
}
