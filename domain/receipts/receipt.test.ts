import { describe, expect, test } from 'vitest';
import { PaymentStatus } from '#domain/payments/payment.ts';
import { needsReceipt, type Receipt, receiptNumber } from './receipt.ts';
import { aReceipt } from './testing/a-receipt.ts';
import { businessLines, receiptFacts, receiptSums, receiptTitle } from './receipt-facts.ts';

const business = { name: 'Marlow Street', address: '', taxNumber: '', email: '', footer: '', logo: null };
const receipt = (change: Partial<Receipt> = {}) => aReceipt({ business, ...change });

describe('F230 a payment gets a receipt', () => {
  const payment = { method: 'card', receiptNumber: null } as const;
  const received = ['paid', 'partially-refunded', 'refunded', 'disputed'];
  test.each(PaymentStatus.options)('when its money came: %s', (status) => {
    expect(needsReceipt({ ...payment, status })).toBe(received.includes(status));
  });
  test('once, and not when a file only told of it', () => {
    expect(needsReceipt({ ...payment, status: 'paid', receiptNumber: 1 })).toBe(false);
    expect(needsReceipt({ ...payment, status: 'paid', method: 'imported' })).toBe(false);
    expect(needsReceipt({ ...payment, status: 'paid', method: 'cash' })).toBe(true);
  });
});

test.each([
  [1, 'R-000001'],
  [412, 'R-000412'],
  [1_234_567, 'R-1234567'],
])('F230 number %i is written %s', (number, words) => {
  expect(receiptNumber(number)).toBe(words);
});

test('F230 a receipt says who paid, when, how and for what', () => {
  expect(receiptTitle(receipt())).toBe('Receipt R-000412 from Marlow Street');
  expect(receiptFacts(receipt())).toEqual([
    { name: 'Received from', lines: ['Dipika Sarraf', 'dipika@example.com'] },
    { name: 'Paid on', lines: ['20 November 2026'] },
    { name: 'Paid by', lines: ['Card, Visa ending 4242'] },
    { name: 'For', lines: ['Ring resize, N to P'] },
  ]);
});

test('F230 what the business has not filled in leaves no empty line', () => {
  const { business } = receipt();
  expect(businessLines(business)).toEqual([]);
  const filled = { ...business, address: '12 Marlow Street\r\n\r\nOslo', taxNumber: 'NO 987', email: 'a@b.example' };
  expect(businessLines(filled)).toEqual(['12 Marlow Street', 'Oslo', 'Tax number NO 987', 'a@b.example']);
});

describe('W16 F220 sums stand in the units people know', () => {
  test.each([
    ['USD', 10_000, '$100.00'],
    ['JPY', 10_000, '¥10,000'],
    ['KWD', 10_000, 'KWD\u00a010.000'],
    ['INR', 12_345_678, '₹123,456.78'],
  ])('%s %i is %s', (currency, amount, words) => {
    expect(receiptSums(receipt({ currency, amount }))).toEqual([{ name: 'Amount paid', lines: [words] }]);
  });

  test('what was given back since is taken off', () => {
    expect(receiptSums(receipt({ refunded: 2_550 }))).toEqual([
      { name: 'Amount paid', lines: ['$100.00'] },
      { name: 'Given back since', lines: ['-$25.50'] },
      { name: 'Net amount', lines: ['$74.50'] },
    ]);
  });
});
