import type { PaymentGroup } from '../report-of.ts';

/** One payment of $100.00: a test writes only what matters to it. */
export const aGroup = (change: Partial<PaymentGroup> = {}): PaymentGroup => ({
  key: null,
  label: null,
  currency: 'USD',
  status: 'paid',
  count: 1,
  amount: 10_000,
  refunded: 0,
  counted: 10_000,
  ...change,
});
