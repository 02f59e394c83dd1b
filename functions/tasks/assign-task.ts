import type * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { assign, unassign } from '#domain/tasks/decide.ts';
import { type Assignment, isOpen, type Task, type Unassignment } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';
import { announceTask } from './announce-task.ts';
import { changeBy } from './note-change.ts';
import { readSeenTask } from './read-task.ts';

/**
 * Both the employee and the customer have the task in their lists from then on; what was said in its room stays. An
 * employee finds only tasks of their own, so those are what they can give away.
 */
export async function assignTask(
  work: Work,
  taskId: string,
  { employeeId, version }: z.infer<typeof Assignment>,
): Promise<Task> {
  const { tasks, members, now } = work;
  const task = await openTask(work, taskId, version);
  const employee = await members.find(employeeId);
  if (!employee || employee.status !== 'verified' || employee.deletedAt !== null || employee.role === 'customer') {
    throw problems.invalid([{ pointer: '/body/employeeId', detail: 'This is not a verified colleague' }]);
  }
  const { id, name, email } = employee;
  const next = assign(task, { id, name, email }, now());
  const assigned = await tasks.replace(next, changeBy(work, next, { what: 'assigned', detail: name }));
  if (task.employee?.id !== id) await leaveRoom(work, task);
  await announceTask(work, assigned);
  return assigned;
}

/** The task stays as it is and waits for another employee; its own employee may put it down, too. */
export async function unassignTask(
  work: Work,
  taskId: string,
  { version }: z.infer<typeof Unassignment>,
): Promise<Task> {
  const task = await openTask(work, taskId, version);
  if (!task.employee) return task;
  const next = unassign(task, work.now());
  const free = await work.tasks.replace(next, changeBy(work, next, { what: 'unassigned', detail: task.employee.name }));
  await leaveRoom(work, task);
  await announceTask(work, free);
  return free;
}

async function openTask(work: Work, taskId: string, version: string): Promise<Task> {
  const task = await readSeenTask(work, taskId, version);
  if (!isOpen(task)) throw problems.conflict('The task is closed.');
  return task;
}

/** Before anything is said in the room again: who had the task must not go on hearing it. */
async function leaveRoom({ live }: Work, { id, employee }: Task): Promise<void> {
  if (employee) await live.evict(id, employee.id);
}
