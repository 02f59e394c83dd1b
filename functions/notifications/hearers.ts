import { may } from '#domain/kernel/rights.ts';
import type { Head } from '#domain/rooms/head.ts';
import type { RoomMember } from '#domain/rooms/room.ts';
import { aboutTaskRoom } from '#functions/rooms/task-room.ts';
import type { SystemWork } from '#functions/work.ts';

/** Who may read a room at this moment, by the truth: its task, or its head where it has none. */
export async function hearersOf(system: SystemWork, roomId: string, head: Head): Promise<RoomMember[]> {
  if (head.deletedAt !== null) return [];
  if (head.kind === 'support') return [...head.members, ...(await answerersOf(system, head))];
  if (head.kind !== 'task') return head.members;
  const task = await system.tasks.find(roomId);
  if (!task || task.deletedAt !== null) return [];
  return (await aboutTaskRoom(system, task, head)).members;
}

/** A customer who asks and whom nobody has answered yet is heard by all who may answer. */
async function answerersOf({ members }: SystemWork, head: Head): Promise<RoomMember[]> {
  if (head.members.some(({ role }) => role !== 'customer')) return [];
  const staff = await members.verifiedStaff();
  return staff
    .filter((member) => may(member, 'rooms.answer-support'))
    .map(({ id, name, role }) => ({ id, name, role, as: 'member' }));
}
