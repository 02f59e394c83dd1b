import { problems } from '#domain/kernel/problem.ts';
import type { Task, TaskDraft } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';
import { announceTask } from './announce-task.ts';
import { changeBy } from './note-change.ts';
import type { NewTask } from './task-store.ts';

/** A customer's own task is a request that waits to be verified; staff name the customer and it is pending at once. */
export async function createTask(work: Work, { customerId, ...words }: TaskDraft): Promise<Task> {
  const { caller, tasks, newId, now } = work;
  const isRequest = caller.role === 'customer';
  const made = taskMade(words, {
    id: newId(),
    status: isRequest ? 'requested' : 'pending',
    customer: await customerNamed(work, customerId),
    // An employee makes tasks for themselves; leaders assign.
    employee: caller.role === 'employee' ? await employeeOf(work) : null,
    at: now(),
  });
  const task = await tasks.add(made, changeBy(work, made, { what: isRequest ? 'requested' : 'created' }));
  await announceTask(work, task);
  return task;
}

type Words = Pick<Task, 'title' | 'description' | 'dueOn'>;
type Beginning = Pick<Task, 'id' | 'status' | 'customer' | 'employee'> & { at: Date };

export const taskMade = (words: Words, { at, ...beginning }: Beginning): NewTask => ({
  ...beginning,
  ...words,
  createdAt: at.toISOString(),
  updatedAt: at.toISOString(),
  statusAt: at.toISOString(),
  deletedAt: null,
});

/** Staff choose; a customer's task is their own, whoever they name. */
export async function customerNamed({ caller, customers }: Work, customerId?: string): Promise<Task['customer']> {
  const own = caller.role === 'customer' ? caller.customerId : undefined;
  if (own && customerId && customerId !== own) {
    throw problems.invalid([{ pointer: '/body/customerId', detail: 'This is not you' }]);
  }
  const asked = own ?? customerId;
  if (!asked) throw problems.invalid([{ pointer: '/body/customerId', detail: 'Please choose a customer' }]);
  const customer = await customers.find(asked);
  if (!customer) throw problems.invalid([{ pointer: '/body/customerId', detail: 'This customer does not exist' }]);
  return { id: customer.id, name: customer.name, email: customer.email ?? '' };
}

async function employeeOf({ caller, members }: Work): Promise<NonNullable<Task['employee']>> {
  const { id, name, email } = await members.get(caller.memberId);
  return { id, name, email };
}
