import { describe, expect, test } from 'vitest';
import type { Measures } from '#domain/customers/customer.ts';
import { customerForecast } from './customer-forecast.ts';
import { makeForecasted } from './testing/make-forecasted.ts';

const today = '2026-11-20';
const forecast = makeForecasted();
const bought = (change: Partial<Measures>): Measures => ({
  firstPaidOn: '2026-01-05',
  lastPaidOn: '2026-01-05',
  days: 1,
  frequency: 1,
  monetary: 10_000,
  market: null,
  bornOn: null,
  ...change,
});
const of = (change: Partial<Measures>, currency = 'USD') =>
  customerForecast(forecast, bought(change), today, currency)!;

test('without models nothing is expected of anybody', () => {
  expect(customerForecast({ ...forecast, gammaGamma: null }, bought({}), today, 'USD')).toBeNull();
});

describe('who came back on another day', () => {
  const regular = { days: 12, frequency: 14, monetary: 120_000, lastPaidOn: '2026-11-10' };

  test('is told by the model: purchases, value and the chance of being alive', () => {
    const { basis, chanceAlive, isGone, expectedPurchases, value } = of(regular);
    expect({ basis, isGone }).toEqual({ basis: 'model', isGone: false });
    expect(chanceAlive).toBeGreaterThan(0.9);
    expect(expectedPurchases).toBeGreaterThan(5);
    // Purchases of about $100, discounted by less than the whole year.
    expect(value / expectedPurchases).toBeGreaterThan(9000);
    expect(value / expectedPurchases).toBeLessThan(10_000);
  });

  test('is gone when the chance falls under a half', () => {
    const { chanceAlive, isGone } = of({ ...regular, lastPaidOn: '2026-05-01' });
    expect(chanceAlive).toBeLessThan(0.5);
    expect(isGone).toBe(true);
  });
});

describe('who bought on one day only', () => {
  test.each([
    ['2026-09-21', false],
    ['2026-09-20', true],
  ])('is told by the recency rule: last paid on %s, 60 days before today or more, gone: %s', (day, isGone) => {
    expect(of({ firstPaidOn: day, lastPaidOn: day })).toMatchObject({
      basis: 'recency-rule',
      chanceAlive: null,
      isGone,
    });
  });

  test('two payments on one day are no return', () => {
    expect(of({ frequency: 2 }).basis).toBe('recency-rule');
  });

  test('a payment of tomorrow, in a zone ahead, is one of today', () => {
    expect(of({ firstPaidOn: '2026-11-21', lastPaidOn: '2026-11-21' }).isGone).toBe(false);
  });

  test('what was paid back in full leaves a value between nothing and that of others', () => {
    expect(of({ monetary: 0 }).value).toBeGreaterThan(0);
    expect(of({ monetary: 0 }).value).toBeLessThan(of({}).value);
  });
});

test('value is in the minor units of the currency', () => {
  expect(of({ monetary: 100 }, 'JPY').value).toBe(Math.round(of({ monetary: 10_000 }).value / 100));
});
