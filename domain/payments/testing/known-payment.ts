import { type KnownPayment, type KnownRefund, noFacts } from '../facts.ts';
import { newPayment } from '../payment.ts';

export const dipika = { id: crypto.randomUUID(), name: 'Dipika' };

const fresh = newPayment({
  id: crypto.randomUUID(),
  customer: { ...dipika, email: 'dipika@example.com' },
  amount: 10_000,
  currency: 'USD',
  status: 'requested',
  createdAt: '2026-03-01T01:00:00.000Z',
});

/** $100.00 of which nothing is known beside what is given. */
export const knownPayment = (change: Partial<KnownPayment> = {}): KnownPayment => ({
  ...fresh,
  version: '"1"',
  ...noFacts,
  ...change,
});

/** The first page of it, opened by its customer. */
export const openedPage = (openedAt: string) =>
  ({ number: 1, openedAt, sessionId: 'cs_1', by: dipika, page: 'open', expiredAt: null }) as const;

/** All of it, given back because the customer asked. */
export const aRefund = (change: Partial<KnownRefund> = {}): KnownRefund => ({
  id: crypto.randomUUID(),
  amount: 10_000,
  reason: 'requested-by-customer',
  note: '',
  status: 'succeeded',
  failureReason: null,
  by: null,
  at: '2026-03-02T09:00:00.000Z',
  stripeId: null,
  ...change,
});
