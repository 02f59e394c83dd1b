import { describe, expect, test } from 'vitest';
import { PaymentEntry } from '#domain/payments/detail.ts';
import { byUrgency, dueWords, entryWords, reasonOf, subjectOf } from './own-words.ts';

const dueOn = (day: string | null) => ({
  request: { by: { id: crypto.randomUUID(), name: 'Tomas Abara' }, at: '2026-11-01T09:00:00.000Z', dueOn: day },
});

describe('when a payment is due', () => {
  test.each([
    ['2026-11-19', 'Overdue since 19 Nov', true],
    ['2026-11-20', 'Due today', false],
    ['2026-11-21', 'Due 21 Nov', false],
    ['2027-01-02', 'Due 2 Jan 2027', false],
  ])('%s, on 20 November: %s', (day, words, isOverdue) => {
    expect(dueWords(dueOn(day), '2026-11-20')).toEqual({ words, isOverdue });
  });

  test.each([dueOn(null), { request: null }])('no day: no words', (payment) => {
    expect(dueWords(payment, '2026-11-20')).toBeNull();
  });

  test('the most urgent comes first, those without a day last', () => {
    const days = ['2026-12-01', null, '2026-11-19'].map(dueOn).toSorted(byUrgency);
    expect(days.map(({ request }) => request.dueOn)).toEqual(['2026-11-19', '2026-12-01', null]);
  });
});

test.each([
  [{ purpose: 'Rest', task: { id: crypto.randomUUID(), title: 'Ring resize' } }, 'Rest'],
  [{ purpose: null, task: { id: crypto.randomUUID(), title: 'Ring resize' } }, 'Ring resize'],
  [{ purpose: null, task: null }, 'Payment'],
])('what a payment is for: %j', (payment, words) => {
  expect(subjectOf(payment)).toBe(words);
});

test.each([
  [{ status: 'failed', failureReason: 'Your card was declined.' }, 'Your card was declined.'],
  [{ status: 'failed', failureReason: 'Insufficient funds' }, 'Insufficient funds.'],
  [{ status: 'failed', failureReason: null }, 'The bank refused it.'],
  [{ status: 'expired', failureReason: 'Your card was declined.' }, 'The pay page was open too long.'],
  [{ status: 'pending', failureReason: null }, 'You left the pay page before paying.'],
] as const)('why it is not paid: %j', (payment, words) => {
  expect(reasonOf(payment)).toBe(words);
});

test('every entry of a history has words, and the business’s own notes are not among them', () => {
  for (const what of PaymentEntry.shape.what.options) {
    const entry = { at: '2026-11-20T09:00:00.000Z', what, by: null, amount: 500, detail: null };
    const asked = { payment: { amount: 6000, currency: 'USD' }, business: 'Marlow Street Jewellers' };
    expect(entryWords(entry, asked)).toMatch(/\w/);
    if (!what.startsWith('refund')) continue;
    expect(entryWords({ ...entry, detail: 'A difficult customer' }, asked)).not.toContain('difficult');
  }
});
