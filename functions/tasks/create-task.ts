import { problems } from '#domain/kernel/problem.ts';
import type { Task, TaskDraft } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';

/** A customer's own task is a request that waits to be verified; staff name the customer and it is pending at once. */
export async function createTask(work: Work, draft: TaskDraft): Promise<Task> {
  const { caller, tasks, live, newId, now } = work;
  const customer = await customerOf(work, draft);
  const at = now().toISOString();
  const task = await tasks.add({
    id: newId(),
    title: draft.title,
    description: draft.description,
    dueOn: draft.dueOn,
    status: caller.role === 'customer' ? 'requested' : 'pending',
    customer,
    // An employee makes tasks for themselves; leaders assign.
    employee: caller.role === 'employee' ? await employeeOf(work) : null,
    createdAt: at,
    updatedAt: at,
  });
  await live.toStaff({ kind: 'tasks.changed', taskId: task.id });
  return task;
}

async function customerOf({ caller, customers }: Work, draft: TaskDraft): Promise<Task['customer']> {
  const asked = caller.role === 'customer' ? caller.customerId : draft.customerId;
  if (!asked) throw problems.invalid([{ pointer: '/body/customerId', detail: 'Please choose a customer' }]);
  const customer = await customers.find(asked);
  if (!customer) throw problems.invalid([{ pointer: '/body/customerId', detail: 'This customer does not exist' }]);
  return { id: customer.id, name: customer.name, email: customer.email ?? '' };
}

async function employeeOf({ caller, members }: Work): Promise<NonNullable<Task['employee']>> {
  const { id, name, email } = await members.get(caller.memberId);
  return { id, name, email };
}
