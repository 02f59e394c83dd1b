import { problems } from '#domain/kernel/problem.ts';
import { standing } from '#domain/rooms/head.ts';
import type { Room, TeamDraft } from '#domain/rooms/room.ts';
import { isDerivedId } from '#functions/platform/derived-id.ts';
import type { Work } from '#functions/work.ts';
import { colleaguesNamed } from './colleagues-named.ts';
import { keepSeats } from './keep-seats.ts';
import { asSeen } from './present-room.ts';

/** A room for several colleagues, the one who opens it among them. Opening it again changes nothing. */
export async function openTeam(work: Work, { roomId, title, memberIds }: TeamDraft): Promise<Room> {
  const { caller, rooms, now } = work;
  await refuseTaken(work, roomId);
  const ids = [...new Set([caller.memberId, ...memberIds])];
  const members = await colleaguesNamed(work, ids, '/body/memberIds');
  const about = { kind: 'team', title, customerId: null, members } as const;
  const head = await rooms.changeHead(roomId, (before) => before ?? standing(null, about, now().toISOString()));
  if (head.kind !== 'team' || !head.members.some(({ id }) => id === caller.memberId)) throw taken();
  await keepSeats(work, roomId, head);
  return asSeen(work, roomId, head);
}

const taken = () => problems.conflict('This id is taken.');

/**
 * The browser makes the id: it must be neither a task’s nor one that a room of another kind will have, nor either of them
 * in other letters, which a service may take for the same.
 */
async function refuseTaken({ tasks }: Work, roomId: string): Promise<void> {
  if (roomId !== roomId.toLowerCase() || isDerivedId(roomId) || (await tasks.find(roomId))) throw taken();
}
