import type * as z from 'zod';
import { verify } from '#domain/tasks/decide.ts';
import type { Task, Unassignment } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';
import { announceTask } from './announce-task.ts';
import { changeBy } from './note-change.ts';
import { readSeenTask } from './read-task.ts';

/** What a customer asked for is work from now on: they can no longer change its words. */
export async function verifyTask(work: Work, taskId: string, { version }: z.infer<typeof Unassignment>): Promise<Task> {
  const task = await readSeenTask(work, taskId, version);
  const verified = verify(task, work.now());
  if (verified === task) return task;

  const stored = await work.tasks.replace(verified, changeBy(work, verified, { what: 'verified' }));
  await announceTask(work, stored);
  return stored;
}
