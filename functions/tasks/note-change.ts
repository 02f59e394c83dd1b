import type { Task, TaskChange } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';

type Done = { what: TaskChange['what']; detail?: string };

/** The line of the history that says what the caller has just made of a task. */
export const changeBy = (
  { caller, newId }: Pick<Work, 'caller' | 'newId'>,
  { id, updatedAt }: Pick<Task, 'id' | 'updatedAt'>,
  { what, detail }: Done,
): TaskChange => ({
  id: newId(),
  taskId: id,
  at: updatedAt,
  by: { id: caller.memberId, name: caller.name },
  what,
  detail: detail ?? null,
});
