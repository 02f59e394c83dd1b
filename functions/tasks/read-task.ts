import { problems } from '#domain/kernel/problem.ts';
import { mayReadTask, type Task } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';

/** Somebody else's task is not found, so that nobody learns that it exists. */
export async function readTask({ caller, tasks }: Work, taskId: string): Promise<Task> {
  const task = await tasks.find(taskId);
  if (!task || !mayReadTask(caller, task)) throw problems.notFound('The task');
  return task;
}
