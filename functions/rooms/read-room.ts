import { problems } from '#domain/kernel/problem.ts';
import { may } from '#domain/kernel/rights.ts';
import type { Head } from '#domain/rooms/head.ts';
import { mayReadTask, type Task } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';
import type { AboutRoom, Known } from './room-store.ts';
import { aboutTaskRoom } from './task-room.ts';

type As = 'member' | 'observer';

/** `head` is null until something happens in a task's room. `about` is what the room is, for each write of its head. */
export type OpenRoom = Known & { id: string; task: Task | null; as: As; about: AboutRoom };

/** `as` is null for a leader who may come to observe and has not yet. */
export type FoundRoom = Omit<OpenRoom, 'as'> & { as: As | null };

/** A room the caller may read and speak in. Somebody else's is not found, so that nobody learns that it exists. */
export async function readRoom(work: Work, roomId: string): Promise<OpenRoom> {
  const { as, ...room } = await findRoom(work, roomId);
  if (!as) throw problems.conflict('Join the room first: its people are told who reads it.');
  // Whoever was sent away since then writes nothing more: of another head it is asked again.
  const about: AboutRoom = async (now) => {
    if (now === room.head) return room.about(now);
    const still = await roomAt(work, roomId, now);
    if (!still?.as) throw problems.notFound('The room');
    return still.about(now);
  };
  return { ...room, as, about };
}

/** Who may is asked of the truth at each request: of the task, or of the head of a room that has none. */
export async function findRoom(work: Work, roomId: string): Promise<FoundRoom> {
  const known = await work.rooms.known(roomId);
  const found = await roomAt(work, roomId, known.head);
  if (!found) throw problems.notFound('The room');
  return { id: roomId, ...known, ...found };
}

type Found = Pick<FoundRoom, 'task' | 'as' | 'about'>;

const roomAt = async (work: Work, roomId: string, head: Head | null): Promise<Found | null> =>
  head && head.kind !== 'task' ? roomOfItself(work, head) : roomOfTask(work, roomId, head);

async function roomOfTask(work: Work, roomId: string, head: Head | null): Promise<Found | null> {
  const task = await work.tasks.find(roomId);
  if (!task || task.deletedAt !== null || !mayReadTask(work.caller, task)) return null;
  // Of another head than this one the task may tell other people: an older look must not win over a newer one.
  const taskAt = async (now: Head | null) => (now === head ? task : work.tasks.get(roomId));
  return { task, as: inTask(work, task, head), about: async (now) => aboutTaskRoom(work, await taskAt(now), now) };
}

function inTask({ caller: { memberId, customerId } }: Work, task: Task, head: Head | null): As | null {
  if (task.employee?.id === memberId || task.customer.id === customerId) return 'member';
  return head?.members.some(({ id, as }) => id === memberId && as === 'observer') ? 'observer' : null;
}

function roomOfItself({ caller }: Work, head: Head): Found | null {
  const isMember = head.members.some(({ id }) => id === caller.memberId);
  const mayAnswer = head.kind === 'support' && may(caller, 'rooms.answer-support');
  const isTheirs = head.kind === 'support' ? caller.customerId === head.customerId : may(caller, 'rooms.team');
  if (head.deletedAt !== null || !(mayAnswer || (isMember && isTheirs))) return null;
  return { task: null, as: 'member', about: (now) => now ?? head };
}
