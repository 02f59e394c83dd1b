import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Currency, decimalsOf, formatMoney, parseAmount, payableRange, sumsOf } from './money.ts';

describe('Q13: minor units are never shown as major ones', () => {
  test.each([
    [10_000, 'USD', '$100.00'],
    [1, 'USD', '$0.01'],
    [-250, 'USD', '-$2.50'],
    [10_000, 'JPY', '¥10,000'],
    [10_000, 'KWD', 'KWD 10.000'],
    [500, 'ISK', 'ISK 5.00'],
  ])('%d %s is %s', (amount, currency, shown) => {
    expect(formatMoney({ amount, currency }).replaceAll('\u00a0', ' ')).toBe(shown);
  });
});

describe('F213 an amount that a person types', () => {
  test.each([
    ['100', 'USD', 10_000],
    ['100.5', 'USD', 10_050],
    ['1,000.00', 'USD', 100_000],
    [' 0.50 ', 'USD', 50],
    ['0', 'USD', 0],
    ['-5', 'USD', -500],
    ['500', 'JPY', 500],
    ['1.234', 'KWD', 1234],
  ])('"%s" in %s is %d minor units', (text, currency, amount) => {
    expect(parseAmount(text, currency)).toBe(amount);
  });

  test.each([
    ['10.001', 'USD'],
    ['1.5', 'JPY'],
    ['1.2345', 'KWD'],
    ['ten', 'USD'],
    ['', 'USD'],
    ['1e3', 'USD'],
    ['1,00', 'USD'],
    ['99999999999999999', 'USD'],
  ])('"%s" is no amount in %s', (text, currency) => {
    expect(parseAmount(text, currency)).toBeNull();
  });

  test('what is shown can be typed again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('USD', 'JPY', 'KWD'), (amount, currency) => {
        const decimals = decimalsOf(currency);
        expect(parseAmount((amount / 10 ** decimals).toFixed(decimals), currency)).toBe(amount);
      }),
    );
  });
});

test('checkout takes $0.50 to $999,999.99', () => {
  expect(payableRange('USD')).toEqual({ min: 50, max: 99_999_999 });
  // Fifty fillér are not a cent: Stripe has a least amount of its own for each.
  expect(payableRange('HUF').min).toBe(17_500);
});

test('an unknown currency is refused', () => {
  expect(Currency.safeParse('XYZ').success).toBe(false);
  expect(Currency.safeParse('usd').success).toBe(false);
  expect(Currency.safeParse('USD').success).toBe(true);
});

test('currencies are never added up', () => {
  const parts = [
    { amount: 6000, currency: 'USD' },
    { amount: 2000, currency: 'EUR' },
    { amount: 1050, currency: 'USD' },
  ];
  expect(sumsOf(parts)).toEqual([
    { amount: 7050, currency: 'USD' },
    { amount: 2000, currency: 'EUR' },
  ]);
});
