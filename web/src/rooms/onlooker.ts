import { useQuery } from '@tanstack/react-query';
import { leaders } from '#domain/kernel/access.ts';
import type { Member } from '#domain/members/member.ts';
import type { Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { roomHead } from './room-queries.ts';

/** A leader who is none of the task's people joins its room before they read in it. */
export const isOnlooker = (task: Task, { id, role }: Pick<Member, 'id' | 'role'>): boolean =>
  leaders.some((leader) => leader === role) && task.employee?.id !== id;

/** Whether what lies in the room of a task, such as its files, may be asked for already. */
export function useIsInside(task: Task): boolean {
  const { member } = useMe();
  // The chat reads it, as soon as the room is joined.
  const { data: room } = useQuery({ ...roomHead(task.id), enabled: false });
  return !isOnlooker(task, member) || room !== undefined;
}
