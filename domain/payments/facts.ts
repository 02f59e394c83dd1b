import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';
import { Dispute } from './dispute.ts';
import { By, type Payment } from './payment.ts';
import { Refund } from './refund.ts';

/** `waiting`: the customer's bank has been asked and takes its time. `failed` is the bank's no to that. */
export const PageState = z.enum(['open', 'waiting', 'paid', 'failed', 'expired']);
export type PageState = z.infer<typeof PageState>;

/** A page of Stripe's that was opened for the payment. Stripe is asked under a key made from payment and number. */
export const Attempt = z.object({
  number: z.int().positive(),
  openedAt: Moment,
  /** Null until Stripe has answered. Nobody is sent to a page before its id is kept here. */
  sessionId: z.string().nullable(),
  by: By,
  page: PageState,
  expiredAt: Moment.nullable(),
});
export type Attempt = z.infer<typeof Attempt>;

/** A declined try, as Stripe's charge tells it. */
export const Decline = z.object({
  chargeId: z.string(),
  attempt: z.int().positive(),
  at: Moment,
  reason: z.string(),
});
export type Decline = z.infer<typeof Decline>;

export const KnownRefund = Refund.extend({ stripeId: z.string().nullable() });
export type KnownRefund = z.infer<typeof KnownRefund>;

/** What Stripe said and what was done here, each as a fact of its own; how the payment stands follows from them. */
export const PaymentFacts = z.object({
  attempts: z.array(Attempt),
  declines: z.array(Decline),
  /** The customer's bank was asked, and took its time. */
  processingAt: Moment.nullable(),
  paidAt: Moment.nullable(),
  charge: z.object({ id: z.string(), intentId: z.string(), receiptUrl: z.string().nullable() }).nullable(),
  refunds: z.array(KnownRefund),
  dispute: Dispute.nullable(),
  /** Taken across the counter. */
  recorded: z.object({ by: By, at: Moment, note: z.string() }).nullable(),
  cancelled: z.object({ by: By, at: Moment }).nullable(),
  importId: Id.nullable(),
});
export type PaymentFacts = z.infer<typeof PaymentFacts>;

/** Nothing has happened yet. */
export const noFacts: PaymentFacts = {
  attempts: [],
  declines: [],
  processingAt: null,
  paidAt: null,
  charge: null,
  refunds: [],
  dispute: null,
  recorded: null,
  cancelled: null,
  importId: null,
};

export type KnownPayment = Payment & PaymentFacts;

/** Money may still come by this page, or has: no other one may be opened. */
export const isPageLive = ({ page }: Pick<Attempt, 'page'>): boolean => page !== 'failed' && page !== 'expired';

/** Stripe was asked for the newest page, or is about to be, and its answer is not known. */
export function isUnanswered({ attempts }: Pick<KnownPayment, 'attempts'>): boolean {
  const last = attempts.at(-1);
  return last !== undefined && isPageLive(last) && last.sessionId === null;
}

/** Stripe, or somebody here, has not said its last word on it. */
export const isUnsettled = ({ status, attempts, refunds }: Pick<KnownPayment, 'status' | 'attempts' | 'refunds'>) =>
  status !== 'withdrawn' &&
  (attempts.some(({ page }) => page === 'open' || page === 'waiting') ||
    refunds.some((refund) => refund.status === 'asked' || refund.status === 'pending'));
