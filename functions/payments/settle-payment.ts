import { Stripe } from 'stripe';
import { type Attempt, isUnanswered, isUnsettled, type PageState } from '#domain/payments/facts.ts';
import { withOutcome } from '#domain/payments/outcome.ts';
import type { SystemWork } from '#functions/work.ts';
import { askRefund, lostAccount } from './ask-refund.ts';
import { closePage } from './close-page.ts';
import { fulfilPayment } from './fulfil-payment.ts';
import { rewritePayment } from './rewrite-payment.ts';
import type { StoredPayment } from './stored-payment.ts';

/** Finishes what was cut off, and hears what no event told. False while a last word is still to come. Safe to repeat. */
export async function settlePayment(work: SystemWork, paymentId: string): Promise<boolean> {
  const known = await work.payments.find(paymentId);
  // What was cut off before it was stored was never begun.
  if (!known || !isUnsettled(known)) return true;
  if (known.cancelled) await closePage(work, known);
  try {
    return await settleAtStripe(work, paymentId);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripePermissionError)) throw error;
    return giveUp(work, paymentId);
  }
}

async function settleAtStripe(work: SystemWork, paymentId: string): Promise<boolean> {
  // Read first: a refund whose answer was lost is known by now, and is not asked for again.
  const payment = await fulfilPayment(work, paymentId);
  const asked = payment.refunds.filter(({ status }) => status === 'asked');
  for (const refund of asked) await askRefund(work, payment, refund);
  const last = asked.length > 0 ? await fulfilPayment(work, paymentId) : payment;
  return !isUnsettled(isUnanswered(last) ? await closeUnanswered(work, last) : last);
}

/** Its address was given to nobody, so nobody is on it: who wants to pay gets another. */
async function closeUnanswered(work: SystemWork, { id, attempts: { length } }: StoredPayment): Promise<StoredPayment> {
  const expiredAt = work.now().toISOString();
  return rewritePayment(work, id, (payment) => {
    if (!isUnanswered(payment) || payment.attempts.length !== length) return payment;
    const closed = { ...payment.attempts.at(-1)!, page: 'expired', expiredAt } as const;
    return withOutcome({ ...payment, attempts: payment.attempts.with(-1, closed) });
  });
}

const dayMs = 24 * 3_600_000;
const longestMs = { open: dayMs, waiting: 14 * dayMs };
const isWatched = (page: PageState): page is keyof typeof longestMs => page in longestMs;

/**
 * The account lets us in no more, and Stripe says nothing of what is on it. A page closes by itself after a day: then
 * the payment can be paid on another account. A bank that was asked may take two weeks. False while money may still come.
 */
async function giveUp(work: SystemWork, paymentId: string): Promise<boolean> {
  const now = work.now();
  const isOver = ({ page, openedAt }: Attempt): boolean =>
    isWatched(page) && now.getTime() - Date.parse(openedAt) > longestMs[page];
  const left = await rewritePayment(work, paymentId, (payment) => {
    const { attempts, refunds } = payment;
    if (!attempts.some(isOver) && !refunds.some(({ status }) => status === 'asked')) return payment;
    return withOutcome({
      ...payment,
      attempts: attempts.map((attempt) =>
        isOver(attempt) ? { ...attempt, sessionId: null, page: 'expired', expiredAt: now.toISOString() } : attempt,
      ),
      refunds: refunds.map((refund) =>
        refund.status === 'asked' ? { ...refund, status: 'failed', failureReason: lostAccount } : refund,
      ),
    });
  });
  return !left.attempts.some(({ page }) => isWatched(page));
}
