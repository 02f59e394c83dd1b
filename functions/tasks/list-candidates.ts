import type { TaskCandidate } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';
import { readTask } from './read-task.ts';

/** Whom a task can be given to: the customer's owner first, then who has the fewest open ones. */
export async function listCandidates(work: Work, taskId: string): Promise<{ items: TaskCandidate[] }> {
  const { members, customers, tasks } = work;
  const task = await readTask(work, taskId);
  const [staff, customer] = await Promise.all([members.verifiedStaff(), customers.find(task.customer.id)]);
  const openTasks = await tasks.openTasksOf(staff.map(({ id }) => id));
  const items = staff.map(({ id, name, email }) => ({
    id,
    name,
    email,
    openTasks: openTasks.get(id) ?? 0,
    isOwner: customer?.owner?.id === id,
  }));
  return { items: items.toSorted((a, b) => Number(b.isOwner) - Number(a.isOwner) || a.openTasks - b.openTasks) };
}
