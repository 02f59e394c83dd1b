import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { mayRestore, remove, restore } from '#domain/tasks/decide.ts';
import type { Task, TaskChange } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';
import { announceTask } from './announce-task.ts';
import { changeBy } from './note-change.ts';
import { purges } from './purges.ts';

/** The task and its room are gone for everybody at once; payments keep its title. Twice is once. */
export async function removeTask(work: Work, taskId: string): Promise<Task> {
  const at = work.now();
  const task = await work.tasks.get(taskId);
  if (task.deletedAt !== null) return task;
  // Noted first: what is then not deleted is passed over; what is not noted would never be purged.
  await purges.note(at.toISOString().slice(0, 10), { workspaceId: work.workspaceId, taskId });
  const gone = await rewrite(work, taskId, 'deleted', (one) => remove(one, at));
  await work.live.toRoom(taskId, { kind: 'room.changed', roomId: taskId });
  await announceTask(work, gone);
  return gone;
}

export async function restoreTask(work: Work, taskId: string): Promise<Task> {
  const back = await rewrite(work, taskId, 'restored', (task) => {
    if (!mayRestore(task, work.now())) throw problems.notFound('The task');
    return restore(task, work.now());
  });
  await work.live.toRoom(taskId, { kind: 'room.changed', roomId: taskId });
  await announceTask(work, back);
  return back;
}

/** Right whatever else was changed meanwhile: it is made again over what the other has written. */
async function rewrite(
  work: Work,
  taskId: string,
  what: TaskChange['what'],
  change: (task: Task) => Task,
): Promise<Task> {
  for (;;) {
    const task = await work.tasks.get(taskId);
    const next = change(task);
    if (next === task) return task;
    try {
      return await work.tasks.replace(next, changeBy(work, next, { what }));
    } catch (error) {
      if (!(error instanceof ProblemError && error.problem.status === 412)) throw error;
    }
  }
}
