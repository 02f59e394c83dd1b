import type * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { assign, type Assignment, type Task } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';
import { announceTask } from './announce-task.ts';

/** Both the employee and the customer have the task in their lists from then on. */
export async function assignTask(
  work: Work,
  taskId: string,
  { employeeId, version }: z.infer<typeof Assignment>,
): Promise<Task> {
  const { tasks, members, now, live } = work;
  const task = await tasks.get(taskId);
  if (task.version !== version) throw problems.changedMeanwhile('The task');
  if (task.status === 'completed' || task.status === 'cancelled') throw problems.conflict('The task is closed.');

  const employee = await members.find(employeeId);
  if (!employee || employee.status !== 'verified' || employee.role === 'customer') {
    throw problems.invalid([{ pointer: '/body/employeeId', detail: 'This is not a verified colleague' }]);
  }
  const { id, name, email } = employee;
  const assigned = await tasks.replace(assign(task, { id, name, email }, now()));
  // Before anything is said in the room again: who had the task must not go on hearing it.
  if (task.employee && task.employee.id !== id && !(await isLeader(work, task.employee.id)))
    await live.leaveRoom(task.id, task.employee.id);
  await announceTask(work, assigned);
  return assigned;
}

async function isLeader({ members }: Work, memberId: string): Promise<boolean> {
  const role = (await members.find(memberId))?.role;
  return role === 'admin' || role === 'manager';
}
