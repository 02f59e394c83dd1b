import type * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { changeStatus, type StatusChange, type Task } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';
import { announceTask } from './announce-task.ts';
import { readTask } from './read-task.ts';

export async function changeTaskStatus(
  work: Work,
  taskId: string,
  { status, version }: z.infer<typeof StatusChange>,
): Promise<Task> {
  const task = await readTask(work, taskId);
  if (task.version !== version) throw problems.changedMeanwhile('The task');
  const changed = changeStatus(task, status, work.now());
  if (changed === task) return task;

  const stored = await work.tasks.replace(changed);
  await announceTask(work, stored);
  return stored;
}
