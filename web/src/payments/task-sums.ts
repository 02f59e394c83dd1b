import type { Money } from '#domain/kernel/money.ts';
import { isDue, isReceived, type Payment } from '#domain/payments/payment.ts';

/** What came for a task and stayed, and what is still asked for; each currency by itself. */
export const taskSums = (payments: readonly Payment[]): { paid: Money[]; due: Money[] } => ({
  paid: sumsOf(payments.filter(isReceived), ({ amount, refunded }) => amount - refunded),
  due: sumsOf(payments.filter(isDue), ({ amount }) => amount),
});

const sumsOf = (payments: readonly Payment[], amountOf: (payment: Payment) => number): Money[] =>
  [...Map.groupBy(payments, ({ currency }) => currency)]
    .map(([currency, group]) => ({ currency, amount: group.reduce((sum, payment) => sum + amountOf(payment), 0) }))
    .filter(({ amount }) => amount > 0);
