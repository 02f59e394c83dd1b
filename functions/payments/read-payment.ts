import { problems } from '#domain/kernel/problem.ts';
import type { PaymentDetail } from '#domain/payments/detail.ts';
import { paymentScopeOf } from '#domain/payments/payment.ts';
import { refundable } from '#domain/payments/refund.ts';
import { timelineOf } from '#domain/payments/timeline.ts';
import { mayReadTask } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';
import type { StoredPayment } from './stored-payment.ts';

/** Somebody else's payment is not found, so that nobody learns that it exists. */
export async function readPayment(work: Work, paymentId: string): Promise<StoredPayment> {
  const payment = await work.payments.find(paymentId);
  if (!payment || payment.status === 'withdrawn' || !(await mayRead(work, payment)))
    throw problems.notFound('The payment');
  return payment;
}

/** An employee reads what is theirs, and what was paid for a task they work on now. */
async function mayRead({ caller, tasks }: Work, { customer, employee, task }: StoredPayment): Promise<boolean> {
  const scope = paymentScopeOf(caller);
  if ('all' in scope) return true;
  if ('customerId' in scope) return customer.id === scope.customerId;
  if (employee?.id === scope.employeeId) return true;
  const paidFor = task && (await tasks.find(task.id));
  return paidFor !== null && paidFor.deletedAt === null && mayReadTask(caller, paidFor);
}

/** Notes, and why Stripe refused a refund, are for colleagues: the customer does not see them. */
export function detailOf({ caller }: Pick<Work, 'caller'>, stored: StoredPayment): PaymentDetail {
  const seen = caller.role === 'customer' ? forCustomer(stored) : stored;
  return {
    ...seen,
    entries: timelineOf(seen),
    refundable: refundable(seen, seen.refunds),
    stripeReceipt: seen.charge?.receiptUrl ?? null,
  };
}

const forCustomer = (stored: StoredPayment): StoredPayment => ({
  ...stored,
  recorded: stored.recorded && { ...stored.recorded, note: '' },
  refunds: stored.refunds.map((refund) => ({ ...refund, note: '', failureReason: null })),
});
