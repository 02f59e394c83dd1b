import { describe, expect, test } from 'vitest';
import { historyOf } from '#domain/segments/history.ts';
import { measuresOf } from '#domain/segments/measure.ts';
import { countOf, dayNumber, dayOf, measuresAt, payersOf, withMeasures } from '#domain/segments/payers.ts';
import { customerForecast } from './customer-forecast.ts';
import { forecastAll } from './forecast-all.ts';

const day = '2026-11-20';
type Bought = { id: string; days: string[]; each: number };

function basisOf(customers: Bought[]) {
  const payments = customers.flatMap(({ id, days, each }) =>
    days.map((day, at) => ({ id: `${id}${at}`, customerId: id, day: dayNumber(day), counted: each })),
  );
  const measures = new Map(
    customers.map(({ id, days, each }) => {
      const own = days.map((paidOn) => ({ paidOn, counted: each }));
      return [id, measuresOf(own, { market: null, bornOn: null })];
    }),
  );
  return { payers: withMeasures(payersOf(0), measures), history: historyOf(payments), day, currency: 'USD' };
}

const every = (from: string, step: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => dayOf(dayNumber(from) + at * step));

/** Who comes on at different paces, who left, and who came once. */
const business = (count: number): Bought[] =>
  Array.from({ length: count }, (_, at) => {
    const id = crypto.randomUUID();
    const each = 5000 + (at % 7) * 1000;
    if (at % 3 === 0) return { id, days: every('2026-01-04', 14 + (at % 20), 9), each };
    if (at % 3 === 1) return { id, days: every('2026-01-04', 7, 2 + (at % 5)), each };
    return { id, days: [dayOf(dayNumber('2026-02-01') + (at % 280))], each };
  });

describe('a business with customers who come back', () => {
  const basis = basisOf(business(300));
  const { forecast, best, leaving } = forecastAll(basis);

  test('has a forecast that says what it is made of', () => {
    expect(forecast).toMatchObject({ day, customers: 300, repeaters: 200, reason: null });
    expect(forecast.bgNbd).not.toBeNull();
    expect(forecast.gammaGamma).not.toBeNull();
    // The returns took from 7 to 33 days.
    expect(forecast.quietAfterDays).toBeGreaterThanOrEqual(14);
    expect(forecast.quietAfterDays).toBeLessThanOrEqual(33);
  });

  test('each bar of the fit is counted, and all customers are expected somewhere', () => {
    const sum = (name: 'actual' | 'expected') => forecast.fit.reduce((total, bar) => total + bar[name], 0);
    expect(forecast.fit.map(({ repeats }) => repeats)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(sum('actual')).toBe(300);
    expect(sum('expected')).toBeCloseTo(300, 6);
    expect(forecast.fit[0]!.actual).toBe(100);
  });

  test('the sums are those of all customers asked one by one, and the lists are theirs', () => {
    const each = Array.from({ length: countOf(basis.payers) }, (_, at) => {
      const own = measuresAt(basis.payers, at);
      return { at, spent: own.monetary, ...customerForecast(forecast, own, day, 'USD')! };
    });
    expect(forecast.expectedValue).toBe(each.reduce((sum, { value }) => sum + value, 0));
    expect(forecast.expectedPurchases).toBeCloseTo(
      each.reduce((sum, { expectedPurchases }) => sum + expectedPurchases, 0),
      9,
    );
    const staying = each.filter(({ isGone }) => !isGone).toSorted((a, b) => b.value - a.value || a.at - b.at);
    const gone = each.filter(({ isGone }) => isGone).toSorted((a, b) => b.spent - a.spent || a.at - b.at);
    expect(gone.length).toBeGreaterThan(0);
    expect(best).toEqual(staying.slice(0, 100).map(({ at }) => at));
    expect(leaving).toEqual(gone.slice(0, 100).map(({ at }) => at));
  });

  test('is the same however often it is made', () => {
    expect(forecastAll(basis)).toEqual({ forecast, best, leaving });
  });
});

test('where each spends the same at every visit, that is what each is expected to spend', () => {
  const basis = basisOf(business(90).map((bought) => ({ ...bought, each: 10_000 })));
  const { forecast, best } = forecastAll(basis);
  // Of whoever is expected to buy hardly anything, the whole cents of the value say little.
  const { value, expectedPurchases } = customerForecast(forecast, measuresAt(basis.payers, best[0]!), day, 'USD')!;
  expect(value / expectedPurchases).toBeGreaterThan(9200);
  expect(value / expectedPurchases).toBeLessThan(10_050);
});

describe('too little to go on', () => {
  test.each([
    [0, 0, '0 customers have paid on more than one day; a forecast needs 20.'],
    [1, 1, 'One customer has paid on more than one day; a forecast needs 20.'],
    [19, 400, '19 customers have paid on more than one day; a forecast needs 20.'],
  ])('%i of %i customers came back: no forecast, and the reason', (repeaters, customers, reason) => {
    const basis = basisOf(
      Array.from({ length: customers }, (_, at) => ({
        id: crypto.randomUUID(),
        days: every('2026-03-02', 10, at < repeaters ? 2 : 1),
        each: 5000,
      })),
    );
    expect(forecastAll(basis)).toMatchObject({
      forecast: { bgNbd: null, gammaGamma: null, reason, fit: [], expectedPurchases: null, expectedValue: null },
      best: [],
      leaving: [],
    });
  });
});
