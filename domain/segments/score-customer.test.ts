import { describe, expect, test } from 'vitest';
import { compositeOf } from './composite.ts';
import { measuresOf } from './measure.ts';
import { scoreCustomer, type ScoringRules } from './score-customer.ts';
import { usualSettings } from './settings.ts';
import { customerWith, summaryOf } from './testing/some-business.ts';

const { bins, scheme, weights } = usualSettings;
const nobodyKnown = { market: null, bornOn: null };
const rules = (change: Partial<ScoringRules> = {}): ScoringRules => ({
  cuts: null,
  scheme,
  weights,
  today: '2026-03-02',
  ...change,
});

test('a first payment of $100.00 today is 0 days, once, 5 5 5 and a VIP Customer', () => {
  const measures = measuresOf([{ paidOn: '2026-03-02', counted: 10000 }], nobodyKnown)!;
  const { cuts } = summaryOf([measures], bins);
  expect(scoreCustomer(customerWith(measures), rules({ cuts }))).toMatchObject({
    measures: { frequency: 1, monetary: 10000 },
    recencyDays: 0,
    scores: { recency: 5, frequency: 5, monetary: 5, population: null },
    segment: 'VIP Customer',
    tier: 'unknown',
    composite: 100,
  });
});

test.each([
  ['the day before, seen from a zone behind', '2026-03-01', 0],
  ['the day after', '2026-03-03', 1],
  ['over a leap day', '2028-03-01', 730],
])('recency in days %s', (_, today, days) => {
  const measures = measuresOf([{ paidOn: '2026-03-02', counted: 1 }], nobodyKnown);
  expect(scoreCustomer(customerWith(measures), rules({ today })).recencyDays).toBe(days);
});

test('without a payment there are no scores, and the segment says so', () => {
  expect(scoreCustomer(customerWith(measuresOf([], nobodyKnown)), rules())).toMatchObject({
    recencyDays: null,
    scores: null,
    segment: 'No Purchases',
    tier: 'unknown',
    composite: null,
  });
});

test('payments of 0.00 count, whatever their order', () => {
  const payments = [
    { paidOn: '1997-02-01', counted: 0 },
    { paidOn: '1998-01-01', counted: 1177 },
    { paidOn: '1997-01-01', counted: 1177 },
    { paidOn: '1997-01-01', counted: 0 },
  ];
  const facts = { market: 9.25, bornOn: '1931-05-06' };
  const days = { firstPaidOn: '1997-01-01', lastPaidOn: '1998-01-01', days: 3 };
  const measures = { ...days, frequency: 4, monetary: 2354, ...facts };
  expect(measuresOf(payments, facts)).toEqual(measures);
  expect(measuresOf(payments.toReversed(), facts)).toEqual(measures);
});

describe('the composite', () => {
  const scores = { recency: 5, frequency: 3, monetary: 1, population: 5 };
  test.each([
    ['of the usual weights', scores, weights, 55],
    ['without a place by the other three', { ...scores, population: null }, weights, 50],
    ['of the best', { ...scores, frequency: 5, monetary: 5 }, weights, 100],
    ['of the worst', { recency: 1, frequency: 1, monetary: 1, population: 1 }, weights, 0],
    ['of one score alone', scores, { recency: 0, frequency: 100, monetary: 0, population: 0 }, 50],
    [
      'is unknown where only an unknown place weighs',
      { ...scores, population: null },
      { recency: 0, frequency: 0, monetary: 0, population: 100 },
      null,
    ],
  ])('%s', (_, given, by, composite) => {
    expect(compositeOf(given, by)).toBe(composite);
  });
});
