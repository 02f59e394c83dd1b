import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutsOf, scoreBy } from './cuts.ts';
import { daysScale, histogram, risingScale } from './histogram.ts';

const spend = (values: number[]) => histogram(values, risingScale(cutsOf(Float64Array.from(values))!, 'whole'));
const many = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 200 });
const tied = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 200 });

describe('the bars of a distribution', () => {
  test.each([
    ['many values', many],
    ['many ties', tied],
  ])('hold every customer once, each bar those of one score: %s', (_, values) => {
    fc.assert(
      fc.property(values, (all) => {
        const cuts = cutsOf(Float64Array.from(all))!;
        const bars = spend(all);
        for (const [at, { from, to, count, score }] of bars.entries()) {
          const isLast = at === bars.length - 1;
          const inside = all.filter((value) => value >= from && (isLast ? value <= to : value < to));
          expect(inside).toHaveLength(count);
          expect(inside.filter((value) => scoreBy(cuts, value) !== score)).toEqual([]);
        }
        expect(bars.slice(1).map(({ from }) => from)).toEqual(bars.slice(0, -1).map(({ to }) => to));
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        expect(bars.length).toBeLessThanOrEqual(40);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('stand for one value each while the values are few', () => {
    expect(spend([1, 1, 2, 4])).toEqual([
      { from: 1, to: 2, count: 2, score: 1 },
      { from: 2, to: 3, count: 1, score: 4 },
      { from: 3, to: 4, count: 0, score: 5 },
      { from: 4, to: 4, count: 1, score: 5 },
    ]);
  });

  test('are about 32 over a wide range, wider the higher they are', () => {
    const bars = spend(Array.from({ length: 1000 }, (_, at) => at * at));
    expect(bars.length).toBeGreaterThan(24);
    const widths = bars.map(({ from, to }) => to - from);
    expect(widths.at(-1)).toBeGreaterThan(100 * widths[0]!);
  });

  test.each([
    ['nobody', [], []],
    ['one customer', [700], [{ from: 700, to: 700, count: 1, score: 5 }]],
    ['all alike', [3, 3], [{ from: 3, to: 3, count: 2, score: 5 }]],
  ])('%s', (_, values, bars) => {
    expect(histogram(values, risingScale({ steps: [3, 3, 3, 3], best: 3 }, 'whole'))).toEqual(bars);
  });
});

test('days since the last payment score higher the fewer they are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1 }), (days) => {
      const today = 20_000;
      const cuts = cutsOf(Float64Array.from(days, (ago) => today - ago))!;
      const bars = histogram(days, daysScale(cuts, today));
      for (const [at, { from, to, score }] of bars.entries()) {
        const isLast = at === bars.length - 1;
        const inside = days.filter((ago) => ago >= from && (isLast ? ago <= to : ago < to));
        expect(inside.filter((ago) => scoreBy(cuts, today - ago) !== score)).toEqual([]);
      }
      expect(bars.map(({ score }) => score)).toEqual(bars.map(({ score }) => score).toSorted((a, b) => b - a));
    }),
    { seed: 2, numRuns: 200 },
  );
});

test('markets, which are parts of numbers, split at the cuts as well', () => {
  const digit = 1e9;
  const market = fc.integer({ min: 5 * digit, max: 16 * digit }).map((value) => value / digit);
  fc.assert(
    fc.property(fc.array(market, { minLength: 1, maxLength: 60 }), (all) => {
      const cuts = cutsOf(Float64Array.from(all))!;
      const bars = histogram(all, risingScale(cuts, 'parts'));
      const ofScore = (score: number) => bars.reduce((sum, bar) => sum + (bar.score === score ? bar.count : 0), 0);
      for (const score of [1, 2, 3, 4, 5]) {
        expect(ofScore(score)).toBe(all.filter((value) => scoreBy(cuts, value) === score).length);
      }
    }),
    { seed: 3, numRuns: 200 },
  );
});
