import { problems } from '#domain/kernel/problem.ts';
import { seatOf } from '#domain/rooms/seat.ts';
import type { Work } from '#functions/work.ts';
import { readRoom } from './read-room.ts';

/** Kept on the member's own seat: nobody else learns of it. */
export async function muteRoom(work: Work, roomId: string, isMuted: boolean): Promise<void> {
  const place = { memberId: work.caller.memberId, roomId };
  for (;;) {
    const known = await work.seats.known(place);
    const { head } = await readRoom(work, roomId);
    const seat = seatOf(head, { ...place, isMuted });
    if (!seat) throw problems.conflict('This room is not in your list yet.');
    if (await work.seats.put(place, known, seat)) break;
  }
  await work.live.toMember(place.memberId, { kind: 'seat.changed', roomId, lastSeq: 0 });
}
