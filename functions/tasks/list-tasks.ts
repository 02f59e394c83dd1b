import type { Count } from '#domain/kernel/list.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { restorableMs } from '#domain/tasks/decide.ts';
import { type DueDays, dueDaysOf, type TaskFilter, type TaskListQuery } from '#domain/tasks/list.ts';
import { type Task, taskScopeOf } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';

export async function listTasks(work: Work, { due, ...asked }: TaskListQuery): Promise<Page<Task>> {
  return work.tasks.list(taskScopeOf(work.caller), { ...asked, due: await dueDays(work, due) });
}

export async function countTasks(
  work: Work,
  { due, exact, ...filter }: TaskFilter & { exact?: '1' | undefined },
): Promise<Count> {
  const wanted = { ...filter, due: await dueDays(work, due) };
  return work.tasks.count(taskScopeOf(work.caller), wanted, exact === '1');
}

/** Those that can still be taken back. */
export async function listDeletedTasks({ tasks, now }: Work, place: PageQuery): Promise<Page<Task>> {
  // By the day, so that the next page is one of the same list.
  const since = new Date(now().getTime() - restorableMs).toISOString();
  return tasks.deleted(`${since.slice(0, 10)}T00:00:00.000Z`, place);
}

async function dueDays({ workspace, now }: Work, due: TaskFilter['due']): Promise<DueDays | undefined> {
  return due && dueDaysOf(due, dayIn((await workspace.get()).timeZone, now()));
}
