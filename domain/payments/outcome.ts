import { convert } from '#domain/rates/rate.ts';
import type { Dispute } from './dispute.ts';
import type { Decline, KnownPayment, KnownRefund, PageState } from './facts.ts';
import type { Payment, PaymentStatus } from './payment.ts';

/** What Stripe says of a payment's newest page, in our words. */
export type StripeWord = {
  sessionId: string;
  page: PageState;
  expiredAt: string | null;
  declines: Decline[];
  /** In words, why the newest try did not go through; null when it did or nobody has tried. */
  failureReason: string | null;
  method: Pick<Payment, 'method' | 'methodDetail'> | null;
  processingAt: string | null;
  paid: { at: string; refunded: number; charge: NonNullable<KnownPayment['charge']> } | null;
  refunds: (Omit<KnownRefund, 'by' | 'note'> & { stripeId: string })[];
  dispute: Dispute | null;
};

/** What the money is worth here on the day it came; asked for once, when it came. */
export type Worth = { paidOn: string; base: Payment['base'] };

/**
 * The payment after Stripe's word. The word is whole and read after what is stored, so it replaces what Stripe said
 * before; only what was done here, and history, is kept.
 */
export function heard<P extends KnownPayment>(stored: P, word: StripeWord, worth: Worth | null): P {
  const { page, sessionId, expiredAt } = word;
  const last = stored.attempts.length - 1;
  return withOutcome({
    ...stored,
    attempts: stored.attempts.map((attempt, at) =>
      at === last ? { ...attempt, sessionId, page, expiredAt: attempt.expiredAt ?? expiredAt } : attempt,
    ),
    declines: mergedDeclines(stored.declines, word.declines),
    failureReason: page === 'paid' ? null : word.failureReason,
    ...word.method,
    processingAt: stored.processingAt ?? word.processingAt,
    paidAt: stored.paidAt ?? word.paid?.at ?? null,
    charge: word.paid?.charge ?? stored.charge,
    refunded: word.paid?.refunded ?? stored.refunded,
    refunds: mergedRefunds(stored.refunds, word.refunds),
    dispute: mergedDispute(stored.dispute, word.dispute),
    paidOn: stored.paidOn ?? worth?.paidOn ?? null,
    base: stored.base ?? worth?.base ?? null,
  });
}

/** With the status and the sum that follow from its facts. Whoever changes a fact asks for it. */
export const withOutcome = <P extends KnownPayment>(payment: P): P => ({
  ...payment,
  status: statusOf(payment),
  counted: countedOf(payment),
});

function statusOf(payment: KnownPayment): PaymentStatus {
  const { status, dispute, refunded, amount, paidOn, cancelled, attempts, failureReason } = payment;
  if (status === 'withdrawn') return status;
  if (dispute && dispute.status !== 'won') return 'disputed';
  if (paidOn !== null) return refunded >= amount ? 'refunded' : refunded > 0 ? 'partially-refunded' : 'paid';
  const page = attempts.at(-1)?.page;
  if (page === 'waiting') return 'processing';
  if (cancelled) return 'cancelled';
  if (page === 'failed' || failureReason !== null) return 'failed';
  if (page === 'expired') return 'expired';
  return page ? 'pending' : 'requested';
}

function countedOf({ status, base, refunded, amount, currency, dispute }: KnownPayment): number | null {
  if (status === 'withdrawn' || base === null || refunded >= amount || dispute?.status === 'lost') return null;
  return base.amount - convert({ amount: refunded, currency }, base.rate, base.currency).amount;
}

function mergedDeclines(stored: Decline[], said: Decline[]): Decline[] {
  const known = new Map([...stored, ...said].map((decline) => [decline.chargeId, decline]));
  return [...known.values()].toSorted(byTime((decline) => decline.chargeId));
}

/** What was asked for here stays until Stripe knows it; what Stripe knows beside it was made in its dashboard. */
function mergedRefunds(stored: KnownRefund[], said: StripeWord['refunds']): KnownRefund[] {
  const own = stored.map((refund) => {
    const { status, failureReason, stripeId } = said.find(({ id }) => id === refund.id) ?? refund;
    return { ...refund, status, failureReason, stripeId };
  });
  const known = new Set(stored.map(({ id }) => id));
  const others = said.filter(({ id }) => !known.has(id)).map((refund) => ({ ...refund, by: null, note: '' }));
  return [...own, ...others].toSorted(byTime((refund) => refund.id));
}

/** Stripe does not say when a dispute was closed: it is when we first heard. */
const mergedDispute = (stored: Dispute | null, said: Dispute | null): Dispute | null =>
  said && { ...said, closedAt: said.closedAt && ((stored?.id === said.id && stored.closedAt) || said.closedAt) };

const byTime =
  <T extends { at: string }>(idOf: (one: T) => string) =>
  (one: T, other: T): number =>
    one.at.localeCompare(other.at) || idOf(one).localeCompare(idOf(other));
