import { describe, expect, test } from 'vitest';
import { CheckoutDraft } from './drafts.ts';

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
