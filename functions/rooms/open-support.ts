import { may } from '#domain/kernel/rights.ts';
import { problems } from '#domain/kernel/problem.ts';
import { standing } from '#domain/rooms/head.ts';
import type { Room, RoomMember } from '#domain/rooms/room.ts';
import { derivedId } from '#functions/platform/derived-id.ts';
import type { Work } from '#functions/work.ts';
import { keepSeats } from './keep-seats.ts';
import { asSeen } from './present-room.ts';

export const supportRoomOf = (customerId: string): string => derivedId('support', customerId);

/**
 * A customer's own thread. Whoever may answer is a member, so that it stands in their lists: they are counted anew each
 * time the customer opens it, and who loses the right leaves at once (follow-members). Somebody who gets the right later
 * finds the thread at its next opening, or comes in by answering.
 */
export async function openSupport(work: Work): Promise<Room> {
  const { caller, rooms, now } = work;
  if (!caller.customerId) throw problems.forbidden();
  const roomId = supportRoomOf(caller.customerId);
  const { memberId: id, name, role, customerId } = caller;
  const customer: RoomMember = { id, name, role, as: 'member' };
  const members = [customer, ...(await answering(work))];
  const about = { kind: 'support', title: name, customerId, members } as const;
  const head = await rooms.changeHead(roomId, (before) => standing(before, about, now().toISOString()));
  await keepSeats(work, roomId, head);
  return asSeen(work, roomId, head);
}

const answering = async ({ members }: Work): Promise<RoomMember[]> =>
  (await members.verifiedStaff())
    .filter((member) => may(member, 'rooms.answer-support'))
    .map(({ id, name, role }) => ({ id, name, role, as: 'member' }));
