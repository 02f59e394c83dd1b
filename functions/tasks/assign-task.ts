import type * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { assign, type Assignment, isOpen, type Task, unassign, type Unassignment } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';
import { announceTask } from './announce-task.ts';

/** Both the employee and the customer have the task in their lists from then on. */
export async function assignTask(
  work: Work,
  taskId: string,
  { employeeId, version }: z.infer<typeof Assignment>,
): Promise<Task> {
  const { tasks, members, now } = work;
  const task = await openTask(work, taskId, version);
  const employee = await members.find(employeeId);
  if (!employee || employee.status !== 'verified' || employee.role === 'customer') {
    throw problems.invalid([{ pointer: '/body/employeeId', detail: 'This is not a verified colleague' }]);
  }
  const { id, name, email } = employee;
  const assigned = await tasks.replace(assign(task, { id, name, email }, now()));
  if (task.employee?.id !== id) await leaveRoom(work, task);
  await announceTask(work, assigned);
  return assigned;
}

/** The task stays as it is and waits for another employee. */
export async function unassignTask(
  work: Work,
  taskId: string,
  { version }: z.infer<typeof Unassignment>,
): Promise<Task> {
  const task = await openTask(work, taskId, version);
  const free = await work.tasks.replace(unassign(task, work.now()));
  await leaveRoom(work, task);
  await announceTask(work, free);
  return free;
}

async function openTask({ tasks }: Work, taskId: string, version: string): Promise<Task> {
  const task = await tasks.get(taskId);
  if (task.version !== version) throw problems.changedMeanwhile('The task');
  if (!isOpen(task)) throw problems.conflict('The task is closed.');
  return task;
}

/** Before anything is said in the room again: who had the task must not go on hearing it. */
async function leaveRoom(work: Work, { id, employee }: Task): Promise<void> {
  if (employee && !(await isLeader(work, employee.id))) await work.live.leaveRoom(id, employee.id);
}

async function isLeader({ members }: Work, memberId: string): Promise<boolean> {
  const role = (await members.find(memberId))?.role;
  return role === 'admin' || role === 'manager';
}
