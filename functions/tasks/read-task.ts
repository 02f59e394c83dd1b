import { problems } from '#domain/kernel/problem.ts';
import { mayReadTask, type Task, type TaskChange } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';

/** Somebody else's task is not found, so that nobody learns that it exists; a deleted one is found by nobody. */
export async function readTask({ caller, tasks }: Work, taskId: string): Promise<Task> {
  const task = await tasks.find(taskId);
  if (!task || task.deletedAt !== null || !mayReadTask(caller, task)) throw problems.notFound('The task');
  return task;
}

/** To change it: as it was when the caller saw it. */
export async function readSeenTask(work: Work, taskId: string, version: string): Promise<Task> {
  const task = await readTask(work, taskId);
  if (task.version !== version) throw problems.changedMeanwhile('The task');
  return task;
}

export async function readHistory(work: Work, taskId: string): Promise<{ items: TaskChange[] }> {
  await readTask(work, taskId);
  return { items: await work.tasks.historyOf(taskId) };
}
