import * as z from 'zod';
import { leaders } from '#domain/kernel/access.ts';
import { Task, TaskChange, TaskStatus } from '#domain/tasks/task.ts';
import { orSetAside } from '#functions/platform/dead-letters.ts';
import type { SystemWork } from '#functions/work.ts';
import { isNew, type News, type Telling, tellingOf } from './telling.ts';

const OfChange = z.object({ kind: z.literal('change'), id: z.string() });

const statusWords: Record<TaskStatus, string> = {
  requested: 'requested',
  pending: 'pending',
  'in-progress': 'in progress',
  completed: 'completed',
  cancelled: 'cancelled',
};

/** From the feed of tasks: whoever gets a task, those who give requests to somebody, and the customer whose task moves. */
export async function tellTasks(system: SystemWork, documents: readonly unknown[]): Promise<void> {
  const telling = tellingOf(system);
  for (const document of documents) {
    const { data } = OfChange.safeParse(document);
    if (!data) continue;
    const letter = { source: 'notifications-tasks', documentId: data.id };
    await orSetAside(system, letter, () => tellFed(system, telling, TaskChange.parse(document)));
  }
  await telling.end();
}

async function tellFed(system: SystemWork, telling: Telling, change: TaskChange): Promise<void> {
  if (!isNew(change.at, system.now())) return;
  const task = await system.tasks.find(change.taskId);
  if (task && task.deletedAt === null) await tellChange(system, telling, { change, task });
}

type Changed = { change: TaskChange; task: Task };

async function tellChange(system: SystemWork, telling: Telling, { change, task }: Changed): Promise<void> {
  const { what, by } = change;
  const told = (kind: News['kind'], text: string): News => ({
    sourceId: change.id,
    kind,
    on: { kind: 'task', id: task.id, title: task.title },
    by: by.name,
    text,
    at: change.at,
  });
  const tellOthers = async (memberIds: readonly (string | null | undefined)[], news: News): Promise<void> => {
    for (const id of memberIds) if (id && id !== by.id) await telling.tell(id, news);
  };

  if (what === 'assigned') await tellOthers([task.employee?.id], told('task-assigned', 'assigned this task to you'));
  if (what === 'requested') await tellOthers(await leadersOf(system), told('task-requested', 'asked for this'));
  if (what === 'status') {
    const { data: status = task.status } = TaskStatus.safeParse(change.detail);
    const customer = await system.customers.find(task.customer.id);
    await tellOthers([customer?.memberId], told('task-status', `set this to ${statusWords[status]}`));
  }
}

export async function leadersOf({ members }: SystemWork): Promise<string[]> {
  const staff = await members.verifiedStaff();
  return staff.filter(({ role }) => leaders.some((leader) => leader === role)).map(({ id }) => id);
}
