import { describe, expect, test } from 'vitest';
import { symbolOf } from '#web/platform/currency-symbol.ts';
import { PayWish, shortMoney } from './amount.ts';

const typed = (amount: string, currency = 'USD') => PayWish.safeParse({ amount, currency, taskId: null });
const reason = (text: string, currency?: string) => typed(text, currency).error?.issues[0]?.message;

describe('F213: an amount is refused with the reason', () => {
  test.each([
    ['', 'Please enter an amount'],
    ['ten', 'Please enter an amount such as 10'],
    ['10.', 'Please enter an amount such as 10'],
    ['0', 'The amount must be between $0.50 and $999,999.99'],
    ['-10', 'The amount must be between $0.50 and $999,999.99'],
    ['0.49', 'The amount must be between $0.50 and $999,999.99'],
    ['1000000', 'The amount must be between $0.50 and $999,999.99'],
    ['10.005', 'At most 2 digits after the point'],
  ])('"%s": %s', (text, expected) => {
    expect(reason(text)).toBe(expected);
  });

  test('a currency without cents has no digits after the point', () => {
    expect(reason('100.5', 'JPY')).toBe('JPY has no digits after the point');
  });

  test('a currency of three digits takes three', () => {
    expect(typed('1.255', 'KWD').data?.amount).toBe(1255);
    expect(reason('1.2555', 'KWD')).toBe('At most 3 digits after the point');
  });
});

test.each([
  ['10', 1000],
  ['0.50', 50],
  ['999,999.99', 99_999_999],
  [' 12.5 ', 1250],
])('"%s" is %i cents', (text, expected) => {
  expect(typed(text).data?.amount).toBe(expected);
});

test.each([
  [{ amount: 1000, currency: 'USD' }, '$10'],
  [{ amount: 1050, currency: 'USD' }, '$10.50'],
  [{ amount: 100_000, currency: 'USD' }, '$1,000'],
  [{ amount: 500, currency: 'JPY' }, '¥500'],
  [{ amount: 1000, currency: 'JPY' }, '¥1,000'],
  [{ amount: 10_000, currency: 'KWD' }, 'KWD 10'],
])('%j is short %s', (money, short) => {
  expect(shortMoney(money).replace(/\s/g, ' ')).toBe(short);
});

test.each([
  ['USD', '$'],
  ['EUR', '€'],
  ['INR', '₹'],
])('%s is written %s', (currency, symbol) => {
  expect(symbolOf(currency)).toBe(symbol);
});
