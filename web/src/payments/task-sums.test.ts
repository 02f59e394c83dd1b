import { expect, test } from 'vitest';
import { make } from '#web/testing/make.ts';
import { makeRequested } from '#web/testing/make-payment.ts';
import { taskSums } from './task-sums.ts';

test('what a task brought is what came less what went back, and what is asked for stands beside it', () => {
  const payments = [
    make.payment({ amount: 24_000 }),
    make.payment({ amount: 10_000, status: 'partially-refunded', refunded: 4000 }),
    make.payment({ amount: 5000, status: 'refunded', refunded: 5000 }),
    make.payment({ amount: 450_000, currency: 'INR' }),
    make.payment({ amount: 700, status: 'failed' }),
    makeRequested({ amount: 6000 }),
    makeRequested({ amount: 9000, status: 'cancelled' }),
  ];
  expect(taskSums(payments)).toEqual({
    paid: [
      { currency: 'USD', amount: 30_000 },
      { currency: 'INR', amount: 450_000 },
    ],
    due: [{ currency: 'USD', amount: 6000 }],
  });
});
