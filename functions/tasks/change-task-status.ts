import type * as z from 'zod';
import { changeStatus } from '#domain/tasks/decide.ts';
import type { StatusChange, Task } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';
import { announceTask } from './announce-task.ts';
import { changeBy } from './note-change.ts';
import { readSeenTask } from './read-task.ts';

export async function changeTaskStatus(
  work: Work,
  taskId: string,
  { status, version }: z.infer<typeof StatusChange>,
): Promise<Task> {
  const task = await readSeenTask(work, taskId, version);
  const changed = changeStatus(task, status, work.now());
  if (changed === task) return task;

  const stored = await work.tasks.replace(changed, changeBy(work, changed, { what: 'status', detail: status }));
  await announceTask(work, stored);
  return stored;
}
