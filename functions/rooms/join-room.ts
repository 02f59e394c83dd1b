import { problems } from '#domain/kernel/problem.ts';
import type { Room, RoomMember } from '#domain/rooms/room.ts';
import type { Work } from '#functions/work.ts';
import { letGo, letIn } from './come-and-go.ts';
import { presentRoom } from './present-room.ts';
import { type FoundRoom, findRoom, readRoom } from './read-room.ts';

/** One connection of the caller hears the room. A leader who is no party of the task is announced and audited first. */
export async function joinRoom(work: Work, roomId: string, connectionId: string): Promise<Room> {
  const { caller, live } = work;
  const found = await findRoom(work, roomId);
  if (!found.as) await observe(work, found);
  await live.joinRoom(roomId, { memberId: caller.memberId, connectionId });
  try {
    return await presentRoom(work, await readRoom(work, roomId));
  } catch (error) {
    // Who was sent away between the look and the joining must not stay in by it.
    await live.evict(roomId, caller.memberId);
    throw error;
  }
}

/** Naming a connection that is not the caller's changes nothing for anybody. */
export async function leaveRoom(work: Work, roomId: string, connectionId: string): Promise<void> {
  const { caller, live } = work;
  await findRoom(work, roomId);
  await live.leaveRoom(roomId, { memberId: caller.memberId, connectionId });
}

const observerOf = ({ memberId: id, name, role }: Work['caller']): RoomMember => ({ id, name, role, as: 'observer' });

/** Audited before it is so: nobody looks on unseen because the log could not be written. */
async function observe(work: Work, { id, head, about, task }: FoundRoom): Promise<void> {
  const { caller, audit, address } = work;
  await audit.add({
    action: 'room-observed',
    by: { memberId: caller.memberId, name: caller.name },
    on: { kind: 'room', id, name: task?.title ?? '' },
    address,
  });
  await letIn(work, id, { head, about, member: observerOf(caller) });
}

/** Twice is once; who is in a room by its task stays. */
export async function stopObserving(work: Work, roomId: string): Promise<void> {
  const { as, head, about } = await findRoom(work, roomId);
  if (as === 'member') throw problems.conflict('You are not an observer of this room.');
  if (as === 'observer') await letGo(work, roomId, { head, about, member: observerOf(work.caller) });
}
