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
  const { tasks, members, now } = work;
  const task = await tasks.get(taskId);
  if (task.version !== version) throw problems.changedMeanwhile('The task');
  if (task.status === 'completed' || task.status === 'cancelled') throw problems.conflict('The task is closed.');

  const employee = await members.find(employeeId);
  if (!employee || employee.status !== 'verified' || employee.role === 'customer') {
    throw problems.invalid([{ pointer: '/body/employeeId', detail: 'This is not a verified colleague' }]);
  }
  const { id, name, email } = employee;
  const assigned = await tasks.replace(assign(task, { id, name, email }, now()));
  await announceTask(work, assigned);
  return assigned;
}
