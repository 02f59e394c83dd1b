import { describe, expect, test } from 'vitest';
import { measuresAt } from '#domain/segments/payers.ts';
import { rowAt, rowOf, rowsOf, scalesOf } from './features.ts';
import { makePayers } from './testing/make-payers.ts';

const day = '2026-11-20';
const figures = { recencyDays: 3, frequency: 2, monetary: 5000 };
const featuresIn = (payers: Parameters<typeof scalesOf>[0]): string[] =>
  scalesOf(payers, day).map(({ feature }) => feature);

describe('F250 what customers are grouped by', () => {
  test('what all have alike tells nobody apart', () => {
    const payers = makePayers(day, [figures, { ...figures, frequency: 5 }]);
    expect(featuresIn(payers)).toEqual(['frequency']);
  });

  test('a market or an age known of half of the customers counts, of fewer it does not', () => {
    const known = [
      { ...figures, market: 11, age: 30 },
      { ...figures, recencyDays: 9, market: 14, age: 60 },
    ];
    expect(featuresIn(makePayers(day, [...known, figures, figures]))).toEqual(['recency', 'market', 'age']);
    expect(featuresIn(makePayers(day, [...known, figures, figures, figures]))).toEqual(['recency']);
  });

  test('deviations are those of the population, over those of whom it is known', () => {
    const payers = makePayers(day, [{ ...figures, market: 10 }, { ...figures, market: 14 }, figures]);
    const scales = scalesOf(payers, day);
    expect(scales).toEqual([{ feature: 'market', mean: 12, deviation: 2 }]);
    expect([...rowsOf(payers, scales, day).values]).toEqual([-1, 1, NaN]);
  });

  test('a sum of nothing, or less than nothing, is the least there is', () => {
    const payers = makePayers(day, [figures, { ...figures, monetary: 0 }, { ...figures, monetary: -300 }]);
    const { values } = rowsOf(payers, scalesOf(payers, day), day);
    expect(values[1]).toBeCloseTo(values[2]!, 12);
    expect(values[1]).toBeLessThan(values[0]!);
  });

  test('the units of money do not matter: yen and dollars group alike', () => {
    const inCents = makePayers(
      day,
      [100, 5000, 70_000].map((monetary) => ({ ...figures, monetary })),
    );
    const inWhole = makePayers(
      day,
      [1, 50, 700].map((monetary) => ({ ...figures, monetary })),
    );
    const [one, other] = [inCents, inWhole].map((payers) => rowsOf(payers, scalesOf(payers, day), day).values);
    for (const [at, value] of one!.entries()) expect(value).toBeCloseTo(other![at]!, 12);
  });

  test('one customer alone has the same row as among all', () => {
    const payers = makePayers(day, [
      { ...figures, market: 10.5, age: 40 },
      { recencyDays: 300, frequency: 1, monetary: 90, age: 20 },
    ]);
    const scales = scalesOf(payers, day);
    const rows = rowsOf(payers, scales, day);
    for (const at of [0, 1]) expect(rowOf(measuresAt(payers, at), scales, day)).toEqual([...rowAt(rows, at)]);
  });
});
