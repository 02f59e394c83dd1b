import type { Customer } from '#domain/customers/customer.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { RequestDraft } from '#domain/payments/drafts.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { readTask } from '#functions/tasks/read-task.ts';
import type { Work } from '#functions/work.ts';

export type Subject = { memberId: string | null; of: Pick<Payment, 'customer' | 'task' | 'employee'> };

/** Whom staff ask, or who paid them, and for what. Somebody else's task or customer is not found. */
export async function subjectOf(
  work: Work,
  { taskId, customerId }: Pick<RequestDraft, 'taskId' | 'customerId'>,
): Promise<Subject> {
  if (taskId === null) {
    const customer = await customerOf(work, customerId ?? '');
    return { memberId: customer.memberId, of: { customer: named(customer), task: null, employee: customer.owner } };
  }
  const task = await readTask(work, taskId);
  const customer = await work.customers.get(task.customer.id);
  return {
    memberId: customer.memberId,
    of: {
      customer: named(customer),
      task: { id: task.id, title: task.title },
      employee: task.employee && { id: task.employee.id, name: task.employee.name },
    },
  };
}

/** Leaders ask anybody, an employee the customers who are assigned to them. */
async function customerOf({ customers, caller }: Work, customerId: string): Promise<Customer> {
  const customer = await customers.get(customerId);
  if (caller.role === 'employee' && customer.owner?.id !== caller.memberId) throw problems.notFound('The customer');
  return customer;
}

const named = ({ id, name, email }: Customer): Payment['customer'] => ({ id, name, email: email ?? '' });

/** The one who does it, as a payment remembers them. */
export const byCaller = ({ caller }: Pick<Work, 'caller'>) => ({ id: caller.memberId, name: caller.name });
