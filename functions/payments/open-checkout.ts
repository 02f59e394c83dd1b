import { problems } from '#domain/kernel/problem.ts';
import type { CheckoutDraft } from '#domain/payments/drafts.ts';
import { isStatus } from '#functions/platform/cosmos.ts';
import { countableOn } from '#functions/rates/base-on.ts';
import { payingAccount } from '#functions/stripe-accounts/paying-account.ts';
import { readTask } from '#functions/tasks/read-task.ts';
import type { Work } from '#functions/work.ts';
import { attemptBy, openPage, payPage } from './pay-page.ts';
import { newStoredPayment, type StoredPayment } from './stored-payment.ts';

/**
 * The payment is stored before Stripe is asked, under the attempt's id, and Stripe is asked under a key made from it:
 * whatever is cut off half-way, the same try opens the same page.
 */
export async function openCheckout(work: Work, draft: CheckoutDraft): Promise<{ paymentId: string; url: string }> {
  const payment = await newCheckout(work, draft);
  const url = payment && (await openPage(work, payment));
  return { paymentId: draft.attemptId, url: url ?? (await payPage(work, draft.attemptId)) };
}

/** Null when this try was made before. */
async function newCheckout(work: Work, draft: CheckoutDraft): Promise<StoredPayment | null> {
  const { attemptId: id, amount, currency, taskId } = draft;
  if (!work.caller.customerId) throw problems.notFound('The customer');
  const now = work.now();
  const [customer, task, account] = await Promise.all([
    work.customers.get(work.caller.customerId),
    taskId ? readTask(work, taskId) : null,
    payingAccount(work),
    countableOn(work, { amount, currency }, 'today'),
    work.payments.noteUnsettled(id, now),
  ]);
  const at = now.toISOString();
  const payment = newStoredPayment({
    id,
    customer: { id: customer.id, name: customer.name, email: customer.email ?? '' },
    task: task && { id: task.id, title: task.title },
    employee: task?.employee ? { id: task.employee.id, name: task.employee.name } : null,
    amount,
    currency,
    status: 'pending',
    createdAt: at,
    account,
    attempts: [attemptBy(work, 1, at)],
  });
  try {
    return await work.payments.addNew(payment);
  } catch (error) {
    if (!isStatus(error, 409)) throw error;
    refuseOther(await work.payments.get(id), draft, customer.id);
    return null;
  }
}

function refuseOther(payment: StoredPayment, draft: CheckoutDraft, customerId: string): void {
  if (payment.customer.id !== customerId) throw problems.notFound('The payment');
  const isSame =
    payment.amount === draft.amount &&
    payment.currency === draft.currency &&
    (payment.task?.id ?? null) === draft.taskId;
  if (!isSame) throw problems.conflict('This try was already used for another payment.');
}
