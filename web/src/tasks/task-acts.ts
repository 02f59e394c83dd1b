import { may } from '#domain/kernel/rights.ts';
import type { Member } from '#domain/members/member.ts';
import { mayEdit } from '#domain/tasks/decide.ts';
import { isOpen, type Task } from '#domain/tasks/task.ts';

export type TaskAct = 'edit' | 'verify' | 'assign' | 'unassign' | 'delete';

/** What somebody can do with a task as it stands. The server asks again. */
export function actsOn(task: Task, member: Member): TaskAct[] {
  const asker = { role: member.role, memberId: member.id, customerId: member.customerId };
  const isGiven = task.employee !== null;
  const acts: [TaskAct, boolean][] = [
    ['edit', mayEdit(asker, task)],
    ['verify', may(member, 'tasks.verify') && task.status === 'requested'],
    ['assign', may(member, 'tasks.assign') && isOpen(task)],
    // An employee hands over, but does not put down.
    ['unassign', member.role !== 'employee' && may(member, 'tasks.assign') && isGiven && isOpen(task)],
    ['delete', may(member, 'tasks.delete')],
  ];
  return acts.filter(([, fits]) => fits).map(([act]) => act);
}
