import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Customer, Measures } from '#domain/customers/customer.ts';
import { measuresOf } from './measure.ts';
import { segmentOf } from './named-segments.ts';
import { dayOf, payersOf, withMeasures } from './payers.ts';
import { type Bound, rangesOf } from './ranges.ts';
import { scoreCustomer } from './score-customer.ts';
import { type Scores, SegmentName } from './segment.ts';
import { summarise } from './summarise.ts';

const idOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const customerWith = (measures: Measures | null): Customer => ({
  id: idOf(1),
  name: 'Dipika Sarraf',
  email: null,
  reference: null,
  memberId: null,
  owner: null,
  measures,
  createdAt: '2026-01-01T00:00:00.000Z',
  version: 'v',
});

/** Small ranges, so that ties are everywhere. */
const someMeasures = fc.record<Measures>({
  lastPaidOn: fc.integer({ min: 20_000, max: 20_009 }).map(dayOf),
  frequency: fc.integer({ min: 1, max: 6 }),
  monetary: fc.integer({ min: 0, max: 12 }),
});
const everybody = fc.array(someMeasures, { maxLength: 60 });

const summaryOf = (all: Measures[]) =>
  summarise(withMeasures(payersOf(0), new Map(all.map((said, n) => [idOf(n), said]))));

function slowScores(all: Measures[], one: Measures): Scores {
  const rank = (measure: keyof Measures): number => {
    const worse = all.filter((other) => other[measure] < one[measure]).length;
    const better = all.filter((other) => other[measure] > one[measure]).length;
    return better === 0 ? 5 : Math.max(1, Math.ceil((5 * worse) / (all.length - 1)));
  };
  return { recency: rank('lastPaidOn'), frequency: rank('frequency'), monetary: rank('monetary') };
}

describe('a whole workspace', () => {
  test('each customer, the counts and the grid equal a slow recompute', () => {
    fc.assert(
      fc.property(everybody, (all) => {
        const { cuts, counts, grid, payers } = summaryOf(all);
        const slow = all.map((one) => slowScores(all, one));
        expect(all.map((one) => scoreCustomer(customerWith(one), cuts, '2026-01-01').scores)).toEqual(slow);
        expect(payers).toBe(all.length);
        for (const name of SegmentName.options) {
          expect(counts[name]).toBe(slow.filter((scores) => segmentOf(scores) === name).length);
        }
        for (const { recency, frequency } of slow) {
          const here = slow.filter((other) => other.recency === recency && other.frequency === frequency);
          expect(grid[recency - 1]![frequency - 1]).toBe(here.length);
        }
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  test('the ranges of a segment hold exactly its customers', () => {
    fc.assert(
      fc.property(everybody, (all) => {
        const { cuts } = summaryOf(all);
        if (!cuts) return;
        for (const name of SegmentName.exclude(['No Purchases']).options) {
          const ranges = rangesOf(name, cuts);
          const listed = all.filter(
            (one) =>
              ranges.all.every((bound) => keeps(bound, one[bound.measure])) &&
              (ranges.any.length === 0 || ranges.any.some((bound) => keeps(bound, one[bound.measure]))),
          );
          expect(listed).toEqual(all.filter((one) => segmentOf(slowScores(all, one)) === name));
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

function keeps({ is, value }: Bound, said: number | string): boolean {
  if (is === '>') return said > value;
  if (is === '>=') return said >= value;
  return is === '<' ? said < value : said <= value;
}

describe('one customer', () => {
  test('a first payment of $100.00 today is 0 days, once, 5 5 5 and a VIP Customer', () => {
    const measures = measuresOf([{ paidOn: '2026-03-02', counted: 10000 }])!;
    const { cuts } = summaryOf([measures]);
    expect(scoreCustomer(customerWith(measures), cuts, '2026-03-02')).toMatchObject({
      measures: { frequency: 1, monetary: 10000 },
      recencyDays: 0,
      scores: { recency: 5, frequency: 5, monetary: 5 },
      segment: 'VIP Customer',
    });
  });

  test.each([
    ['the day before, seen from a zone behind', '2026-03-01', 0],
    ['the day after', '2026-03-03', 1],
    ['over a leap day', '2028-03-01', 730],
  ])('recency in days %s', (_, today, days) => {
    const measures = { lastPaidOn: '2026-03-02', frequency: 1, monetary: 1 };
    expect(scoreCustomer(customerWith(measures), null, today).recencyDays).toBe(days);
  });

  test('without a payment there are no scores, and the segment says so', () => {
    expect(scoreCustomer(customerWith(measuresOf([])), null, '2026-03-02')).toMatchObject({
      recencyDays: null,
      scores: null,
      segment: 'No Purchases',
    });
  });

  test('payments of 0.00 count, whatever their order', () => {
    const payments = [
      { paidOn: '1997-02-01', counted: 0 },
      { paidOn: '1998-01-01', counted: 1177 },
      { paidOn: '1997-01-01', counted: 1177 },
    ];
    const measures = { lastPaidOn: '1998-01-01', frequency: 3, monetary: 2354 };
    expect(measuresOf(payments)).toEqual(measures);
    expect(measuresOf(payments.reverse())).toEqual(measures);
  });
});
