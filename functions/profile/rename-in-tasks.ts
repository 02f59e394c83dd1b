import type { Page } from '#domain/kernel/page.ts';
import { openStatuses } from '#domain/tasks/list.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import type { Task, TaskScope, TaskStatus } from '#domain/tasks/task.ts';
import { announceTask } from '#functions/tasks/announce-task.ts';
import type { SystemWork } from '#functions/work.ts';

type Person = NonNullable<Task['employee']>;
type Ground = Pick<SystemWork, 'tasks' | 'live' | 'customers'>;

/** Tasks carry the names of their people. Those that are done keep the name the work was done under. */
export const renameInOpenTasks = (ground: Ground, people: Person[]): Promise<void> =>
  renameInTasks(ground, people, [...openStatuses]);

/** `people`: the same person as customer and as employee. */
export async function renameInTasks(ground: Ground, people: Person[], status?: TaskStatus[]): Promise<void> {
  for (const person of people) {
    for (const scope of [{ customerId: person.id }, { employeeId: person.id }]) {
      for (const id of await wrongIn(ground, { scope, status, person })) await rename(ground, id, person);
    }
  }
}

type Wanted = { scope: TaskScope; status: TaskStatus[] | undefined; person: Person };

/** Read to the end first: what is written leaves no page behind it as it was. */
async function wrongIn({ tasks }: Ground, { scope, status, person }: Wanted): Promise<string[]> {
  const listed = await toTheEnd((at) => tasks.list(scope, { ...at, ...(status && { status }) }));
  // Deleted ones may come back.
  const deleted = status ? [] : await toTheEnd((at) => tasks.deleted('', at));
  return [...listed, ...deleted].filter((task) => renamed(task, person) !== task).map(({ id }) => id);
}

async function toTheEnd(
  pageAt: (at: { cursor: string | undefined; limit: number }) => Promise<Page<Task>>,
): Promise<Task[]> {
  const found: Task[] = [];
  let cursor: string | undefined;
  do {
    const page = await pageAt({ cursor, limit: 200 });
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

async function rename(ground: Ground, taskId: string, person: Person): Promise<void> {
  for (;;) {
    const task = await ground.tasks.get(taskId);
    const next = renamed(task, person);
    if (next === task) return;
    try {
      return await announceTask(ground, await ground.tasks.replace(next));
    } catch (error) {
      if (!(error instanceof ProblemError && error.problem.status === 412)) throw error;
    }
  }
}

function renamed(task: Task, person: Person): Task {
  const isOld = (one: Person | null): boolean =>
    one?.id === person.id && (one.name !== person.name || one.email !== person.email);
  if (!isOld(task.customer) && !isOld(task.employee)) return task;
  return {
    ...task,
    customer: isOld(task.customer) ? person : task.customer,
    employee: isOld(task.employee) ? person : task.employee,
  };
}
