import type * as z from 'zod';
import { formatMoney } from '#domain/kernel/money.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { PaymentDetail } from '#domain/payments/detail.ts';
import { withOutcome } from '#domain/payments/outcome.ts';
import { refundable, type RefundDraft } from '#domain/payments/refund.ts';
import { secondsToWait } from '#functions/platform/outage.ts';
import type { Work } from '#functions/work.ts';
import { announcePayment } from './announce-payment.ts';
import { askRefund } from './ask-refund.ts';
import { fulfilPayment } from './fulfil-payment.ts';
import { notePaymentAct } from './note-payment-act.ts';
import { byCaller } from './payment-subject.ts';
import { detailOf, readPayment } from './read-payment.ts';
import { rewritePayment } from './rewrite-payment.ts';
import type { StoredPayment } from './stored-payment.ts';

type Draft = z.infer<typeof RefundDraft>;

/**
 * Gives money back. The refund is stored before Stripe is asked, over the payment that was read: two at once never come
 * to more than was paid, and one that is cut off is asked for again.
 */
export async function refundPayment(work: Work, paymentId: string, draft: Draft): Promise<PaymentDetail> {
  await readPayment(work, paymentId);
  const now = work.now();
  const at = now.toISOString();
  // Before it is stored as asked: the reconciler asks again for what is cut off.
  await work.payments.noteUnsettled(paymentId, now);
  const told = { isNew: false };
  const stored = await rewritePayment(work, paymentId, (payment) => {
    told.isNew = !payment.refunds.some(({ id }) => id === draft.refundId);
    return withRefund(work, payment, { draft, at });
  });
  // Stripe keeps a key for a day: one that was asked before it may know already.
  const asked = told.isNew ? stored : await fulfilPayment(work, paymentId);
  const refund = asked.refunds.find(({ id }) => id === draft.refundId)!;
  if (told.isNew) {
    const { amount, reason, note } = draft;
    await notePaymentAct(work, asked, {
      action: 'payment-refunded',
      amount,
      reason: note || reason.replaceAll('-', ' '),
    });
  }

  const payment = (await reachesStripe(work, asked, refund)) ? await fulfilPayment(work, paymentId) : asked;
  await announcePayment(work, payment);
  return detailOf(work, payment);
}

type Asked = { draft: Draft; at: string };

/** What was paid across the counter was given back there: nobody has to be asked. */
function withRefund(work: Work, payment: StoredPayment, { draft, at }: Asked): StoredPayment {
  const { refundId: id, amount, reason, note } = draft;
  const known = payment.refunds.find((refund) => refund.id === id);
  if (known?.amount === amount) return payment;
  if (known) throw problems.conflict('This was already used for another refund. Please start anew.');
  refuseTooMuch(payment, amount);

  const by = byCaller(work);
  const refund = { id, amount, reason, note, by, at, failureReason: null, stripeId: null };
  if (!payment.recorded) return { ...payment, refunds: [...payment.refunds, { ...refund, status: 'asked' }] };
  return withOutcome({
    ...payment,
    refunded: payment.refunded + amount,
    refunds: [...payment.refunds, { ...refund, status: 'succeeded' }],
  });
}

function refuseTooMuch(payment: StoredPayment, amount: number): void {
  if (payment.importId) throw problems.conflict('It was paid elsewhere and brought in from a file.');
  if (payment.status === 'disputed')
    throw problems.conflict("The customer's bank has asked for this money: it decides who gets it.");
  if (payment.paidOn === null) throw problems.conflict('It has not been paid.');
  const most = refundable(payment, payment.refunds);
  if (most === 0) throw problems.conflict('All of it has been given back, or is on its way.');
  if (amount <= most) return;
  const detail = `At most ${formatMoney({ amount: most, currency: payment.currency })} can be given back`;
  throw problems.invalid([{ pointer: '/body/amount', detail }]);
}

/** False while Stripe is away: the refund stays asked, and the reconciler asks for it. */
async function reachesStripe(
  work: Work,
  asked: StoredPayment,
  refund: StoredPayment['refunds'][number],
): Promise<boolean> {
  try {
    await askRefund(work, asked, refund);
    return true;
  } catch (error) {
    if (secondsToWait(error) === null) throw error;
    work.report(error);
    return false;
  }
}
