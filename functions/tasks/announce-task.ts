import type { Task } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';

/** Staff hear of every task; its customer of their own. */
export async function announceTask({ live, customers }: Pick<Work, 'live' | 'customers'>, task: Task): Promise<void> {
  const event = { kind: 'tasks.changed', taskId: task.id } as const;
  const customer = await customers.find(task.customer.id);
  await Promise.all([live.toStaff(event), ...(customer?.memberId ? [live.toMember(customer.memberId, event)] : [])]);
}
