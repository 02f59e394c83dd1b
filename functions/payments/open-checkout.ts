import { problems } from '#domain/kernel/problem.ts';
import type { CheckoutDraft, Payment } from '#domain/payments/payment.ts';
import { config } from '#functions/platform/config.ts';
import { isStatus } from '#functions/platform/cosmos.ts';
import { readTask } from '#functions/tasks/read-task.ts';
import type { Work } from '#functions/work.ts';

/**
 * The payment is stored before Stripe is asked, under the attempt's id, and Stripe is asked under a key made from it:
 * whatever is cut off half-way, the same try opens the same page.
 */
export async function openCheckout(work: Work, draft: CheckoutDraft): Promise<{ paymentId: string; url: string }> {
  const workspace = await work.workspace.get();
  if (draft.currency !== workspace.currency) {
    throw problems.invalid([
      { pointer: '/body/currency', detail: `${workspace.name} takes payments in ${workspace.currency}` },
    ]);
  }
  const task = draft.taskId ? await readTask(work, draft.taskId) : null;
  const payment = await pendingPayment(work, draft, task && { id: task.id, title: task.title });

  const metadata = {
    workspaceId: work.workspaceId,
    paymentId: payment.id,
    customerId: payment.customer.id,
    taskId: task?.id ?? '',
  };
  const result = `${config.publicOrigin}/portal/pay`;
  const session = await work.stripe.checkout.sessions.create(
    {
      mode: 'payment',
      client_reference_id: payment.id,
      ...(payment.customer.email && { customer_email: payment.customer.email }),
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: payment.currency.toLowerCase(),
            unit_amount: payment.amount,
            product_data: { name: task ? task.title : `Payment to ${workspace.name}` },
          },
        },
      ],
      metadata,
      payment_intent_data: { metadata },
      success_url: `${result}/success?payment=${payment.id}`,
      cancel_url: `${result}/fail?payment=${payment.id}`,
    },
    { idempotencyKey: `checkout:${payment.id}` },
  );
  if (!session.url) throw problems.conflict('This payment is already closed. Please start a new one.');
  await work.payments.keepSession(payment.id, session.id);
  await work.live.toStaff({ kind: 'payments.changed', paymentId: payment.id });
  return { paymentId: payment.id, url: session.url };
}

async function pendingPayment(work: Work, draft: CheckoutDraft, task: Payment['task']): Promise<Payment> {
  const { caller, payments, customers, now } = work;
  if (!caller.customerId) throw problems.notFound('The customer');
  const { id, name, email } = await customers.get(caller.customerId);
  const at = now().toISOString();
  try {
    return await payments.add({
      id: draft.attemptId,
      customer: { id, name, email: email ?? '' },
      task,
      amount: draft.amount,
      currency: draft.currency,
      status: 'pending',
      method: null,
      failureReason: null,
      createdAt: at,
      updatedAt: at,
      paidOn: null,
    });
  } catch (error) {
    if (!isStatus(error, 409)) throw error;
    return sameTry(await payments.get(draft.attemptId), draft, id);
  }
}

function sameTry(payment: Payment, draft: CheckoutDraft, customerId: string): Payment {
  if (payment.customer.id !== customerId) throw problems.notFound('The payment');
  const isSame =
    payment.amount === draft.amount &&
    payment.currency === draft.currency &&
    (payment.task?.id ?? null) === draft.taskId;
  if (!isSame) throw problems.conflict('This try was already used for another payment.');
  return payment;
}
