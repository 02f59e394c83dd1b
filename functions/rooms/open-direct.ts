import { problems } from '#domain/kernel/problem.ts';
import { standing } from '#domain/rooms/head.ts';
import type { Room } from '#domain/rooms/room.ts';
import { derivedId } from '#functions/platform/derived-id.ts';
import type { Work } from '#functions/work.ts';
import { colleaguesNamed } from './colleagues-named.ts';
import { keepSeats } from './keep-seats.ts';
import { asSeen } from './present-room.ts';

/** The same two have the same room, whoever of them opens it and however often. */
export async function openDirect(work: Work, memberId: string): Promise<Room> {
  const { caller, rooms, now } = work;
  if (memberId === caller.memberId) {
    throw problems.invalid([{ pointer: '/body/memberId', detail: 'Please choose somebody else' }]);
  }
  const ids = [caller.memberId, memberId].toSorted();
  const members = await colleaguesNamed(work, ids, '/body/memberId');
  const roomId = derivedId('direct', ...ids);
  const about = { kind: 'direct', title: '', customerId: null, members } as const;
  const head = await rooms.changeHead(roomId, (before) => standing(before, about, now().toISOString()));
  // In both lists at once; the feed would come to it later.
  await keepSeats(work, roomId, head);
  return asSeen(work, roomId, head);
}
