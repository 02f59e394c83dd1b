import { expect, test } from 'vitest';
import { formatMoney, isCurrency } from './money.ts';

test.each([
  [10_000, 'usd', '$100.00'],
  [1, 'usd', '$0.01'],
  [123_456_789, 'inr', '₹1,234,567.89'],
  [500, 'jpy', '¥500'],
  [500, 'krw', '₩500'],
  [500, 'ugx', 'UGX 500'],
  [1500, 'kwd', 'KWD 1.500'],
  [1500, 'bhd', 'BHD 1.500'],
  [1500, 'huf', 'HUF 15.00'],
])('%i %s is %s', (amount, currency, words) => {
  expect(formatMoney(amount, currency).replaceAll('\u00A0', ' ')).toBe(words);
});

test.each([
  ['usd', true],
  ['xof', true],
  ['xau', false],
  ['abc', false],
  ['', false],
])('currency %j: taken %s', (code, expected) => {
  expect(isCurrency(code)).toBe(expected);
});
