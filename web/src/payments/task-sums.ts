import { type Money, sumsOf } from '#domain/kernel/money.ts';
import { isDue, isReceived, type Payment } from '#domain/payments/payment.ts';

/** What came for a task and stayed, and what is still asked for; each currency by itself. */
export const taskSums = (payments: readonly Payment[]): { paid: Money[]; due: Money[] } => ({
  paid: sumsOf(payments.filter(isReceived).map(kept)).filter(({ amount }) => amount > 0),
  due: sumsOf(payments.filter(isDue)),
});

const kept = ({ amount, refunded, currency }: Payment): Money => ({ amount: amount - refunded, currency });
