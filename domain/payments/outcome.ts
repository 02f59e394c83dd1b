import { type Payment, supersedes } from './payment.ts';

/** What Stripe says about a checkout, in our words. */
export type Outcome = Pick<Payment, 'status' | 'method' | 'failureReason' | 'paidOn'>;

/** The payment after Stripe's word; the same object when the word is old or already known. */
export function settle<P extends Payment>(payment: P, outcome: Outcome, now: Date): P {
  const isNews =
    supersedes(outcome.status, payment.status) ||
    (outcome.status === payment.status && outcome.failureReason !== payment.failureReason);
  return isNews ? { ...payment, ...outcome, updatedAt: now.toISOString() } : payment;
}
