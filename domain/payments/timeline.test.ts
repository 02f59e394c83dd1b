import { expect, test } from 'vitest';
import { knownPayment, openedPage } from './testing/known-payment.ts';
import { timelineOf } from './timeline.ts';

const ada = { id: crypto.randomUUID(), name: 'Ada' };
const at = (hour: number): string => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`;

const payment = knownPayment({ purpose: 'Deposit', request: { by: ada, at: at(1), dueOn: null } });
const refund = { reason: 'other', note: 'Scratched', failureReason: null, stripeId: null } as const;

test('a payment tells what happened to it, oldest first', () => {
  const entries = timelineOf({
    ...payment,
    attempts: [
      { ...openedPage(at(2)), page: 'expired', expiredAt: at(4) },
      { ...openedPage(at(5)), number: 2 },
    ],
    declines: [{ chargeId: 'ch_1', attempt: 1, at: at(3), reason: 'Your card was declined.' }],
    paidAt: at(6),
    methodDetail: 'Visa ending 4242',
    receiptNumber: 412,
    refunds: [
      { ...refund, id: 'one', amount: 2_500, status: 'succeeded', by: ada, at: at(7) },
      { ...refund, id: 'two', amount: 100, status: 'failed', failureReason: 'Lost card', by: null, at: at(8) },
    ],
    dispute: {
      id: 'dp_1',
      status: 'lost',
      amount: 7_500,
      reason: 'Fraudulent',
      openedAt: at(9),
      answerBy: null,
      closedAt: at(10),
    },
  });
  expect(entries.map(({ what, by, amount, detail }) => [what, by?.name ?? null, amount, detail])).toEqual([
    ['requested', 'Ada', null, 'Deposit'],
    ['opened', 'Dipika', null, null],
    ['declined', null, null, 'Your card was declined.'],
    ['expired', null, null, null],
    ['opened', 'Dipika', null, null],
    ['paid', null, null, 'Visa ending 4242'],
    ['receipt', null, null, 'R-000412'],
    ['refunded', 'Ada', 2_500, 'Scratched'],
    ['refund-failed', null, 100, 'Lost card'],
    ['dispute-opened', null, 7_500, 'Fraudulent'],
    ['dispute-lost', null, 7_500, null],
  ]);
});

test('what is paid in the second its page was opened is paid after it', () => {
  const attempts = [openedPage('2026-03-01T02:00:00.700Z')];
  const entries = timelineOf({ ...payment, attempts, paidAt: '2026-03-01T02:00:00.000Z', receiptNumber: 1 });
  expect(entries.map(({ what }) => what)).toEqual(['requested', 'opened', 'paid', 'receipt']);
});

test('F238 a payment at the counter is recorded by somebody, and paid by nobody else', () => {
  const recorded = { by: ada, at: at(3), note: 'In two notes' };
  const entries = timelineOf({ ...payment, request: null, recorded, paidAt: at(3), receiptNumber: 1 });
  expect(entries.map(({ what }) => what)).toEqual(['recorded', 'receipt']);
});
