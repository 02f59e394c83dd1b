import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { type Outcome, settle } from './outcome.ts';
import { CheckoutDraft, type Payment, ListedStatus } from './payment.ts';

const payment: Payment = {
  id: crypto.randomUUID(),
  customer: { id: crypto.randomUUID(), name: 'Dipika', email: 'dipika@example.com' },
  task: null,
  amount: 10_000,
  currency: 'USD',
  status: 'pending',
  method: null,
  failureReason: null,
  createdAt: '2026-03-01T08:00:00.000Z',
  updatedAt: '2026-03-01T08:00:00.000Z',
  paidOn: null,
  version: '"1"',
};
const now = new Date('2026-03-01T08:05:00Z');
// All that Stripe can say: withdrawn is our own word.
const said: Record<z.infer<typeof ListedStatus>, Outcome> = {
  pending: { status: 'pending', method: null, failureReason: null, paidOn: null },
  processing: { status: 'processing', method: null, failureReason: null, paidOn: null },
  failed: { status: 'failed', method: 'card', failureReason: 'Your card was declined.', paidOn: null },
  expired: { status: 'expired', method: null, failureReason: null, paidOn: null },
  paid: { status: 'paid', method: 'card', failureReason: null, paidOn: '2026-03-01' },
};

describe('what Stripe says', () => {
  test('once paid it stays paid, whatever order the words arrive in and however often', () => {
    const words = fc.array(fc.constantFrom(...ListedStatus.options), { maxLength: 12 });
    fc.assert(
      fc.property(words, (statuses) => {
        const end = [...statuses, 'paid' as const, ...statuses].reduce(
          (sofar, status) => settle(sofar, said[status], now),
          payment,
        );
        expect(end).toMatchObject(said.paid);
      }),
    );
  });

  test('hearing the same word twice changes nothing', () => {
    for (const outcome of Object.values(said)) {
      const once = settle(payment, outcome, now);
      expect(settle(once, outcome, new Date('2026-03-02T00:00:00Z'))).toBe(once);
    }
  });

  test('a second declined card keeps the newer reason', () => {
    const once = settle(payment, said.failed, now);
    const twice = settle(once, { ...said.failed, failureReason: 'Your card has insufficient funds.' }, now);
    expect(twice.failureReason).toBe('Your card has insufficient funds.');
  });
});

describe('F226 what checkout accepts', () => {
  const draft = { taskId: null, amount: 10_000, currency: 'USD', attemptId: crypto.randomUUID() };
  const problemOf = (change: object) =>
    CheckoutDraft.safeParse({ ...draft, ...change }).error?.issues[0]?.path.join('.');

  test('$100.00', () => expect(problemOf({})).toBeUndefined());

  test.each([
    ['nothing', { amount: 0 }, 'amount'],
    ['a negative amount', { amount: -500 }, 'amount'],
    ['under 50 cents', { amount: 49 }, 'amount'],
    ['a fraction of a cent', { amount: 1000.1 }, 'amount'],
    ['over the limit', { amount: 100_000_000 }, 'amount'],
    ['an amount as text', { amount: '100' }, 'amount'],
    ['an unknown currency', { currency: 'XYZ' }, 'currency'],
    ['no attempt', { attemptId: undefined }, 'attemptId'],
    ['an unknown field', { status: 'paid' }, ''],
  ])('not %s', (_, change, field) => {
    expect(problemOf(change)).toBe(field);
  });
});
