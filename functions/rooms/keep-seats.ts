import { isDeepStrictEqual } from 'node:util';
import type { Head } from '#domain/rooms/head.ts';
import { seatOf } from '#domain/rooms/seat.ts';
import type { SystemWork } from '#functions/work.ts';
import type { Known, Place } from './seat-store.ts';

export type Seating = Pick<SystemWork, 'rooms' | 'seats' | 'live'>;

/**
 * Brings the seats of a room to what its head says, and tells those whose seat is another now. Who was sent away hears
 * nothing more, also where the service could not be told at that moment. `told` only says whom to
 * look at: seats are read before the head, and written only over what was read, so an older look never wins over a
 * newer one, and all of it may come late, twice, or beside another.
 */
export async function keepSeats(work: Seating, roomId: string, told: Head): Promise<void> {
  const changed = new Set<string>();
  let { lastSeq } = told;
  let memberIds = everyoneOf(told);
  for (;;) {
    const places = memberIds.map((memberId) => ({ memberId, roomId }));
    const before = await Promise.all(places.map((place) => work.seats.known(place)));
    const head = await work.rooms.head(roomId);
    const outcomes = await Promise.all(places.map((place, n) => keepSeat(work, { place, known: before[n]!, head })));
    for (const [n, memberId] of memberIds.entries()) if (outcomes[n] === 'changed') changed.add(memberId);

    const isLate = outcomes.includes('lost-race') || (head && everyoneOf(head).some((id) => !memberIds.includes(id)));
    if (head) ({ lastSeq } = head);
    if (!isLate) break;
    if (head) memberIds = everyoneOf(head);
  }
  await work.live.toMembers([...changed], { kind: 'seat.changed', roomId, lastSeq });
}

const everyoneOf = ({ members, former }: Head): string[] => [...members.map(({ id }) => id), ...former];

async function keepSeat(
  { seats, live }: Seating,
  { place, known, head }: { place: Place; known: Known; head: Head | null },
): Promise<'same' | 'changed' | 'lost-race'> {
  const seat = seatOf(head, { ...place, isMuted: known?.seat?.isMuted ?? false });
  if (known && isDeepStrictEqual(known.seat, seat)) return 'same';
  // Before the seat says so: what was cut off in between begins again.
  if (head?.former.includes(place.memberId)) await live.evict(place.roomId, place.memberId);
  return (await seats.put(place, known, seat)) ? 'changed' : 'lost-race';
}
