import { describe, expect, test } from 'vitest';
import { randomFrom } from '#domain/groups/random.ts';
import { atRanks, wholeAtRanks } from './at-ranks.ts';

const random = randomFrom(1);
const columnOf = (valueAt: (at: number) => number): Float64Array =>
  Float64Array.from({ length: 20_000 }, (_, at) => valueAt(at));

describe('values at their ranks are those of a sort', () => {
  test.each<[string, Float64Array]>([
    ['days', columnOf(() => 19_000 + Math.floor(random() * 900))],
    ['counts with many ties', columnOf(() => Math.floor(1 / (random() + 0.01)))],
    ['sums over a wide range', columnOf(() => Math.round(Math.exp(random() * 20)))],
    ['sums with refunds below nothing', columnOf(() => Math.round((random() - 0.5) * 1e7))],
    ['fractions of a narrow range', columnOf(() => 11 + Math.round(random() * 1e9) / 1e9)],
    ['one far above all others', columnOf((at) => (at === 7 ? 9e15 : Math.floor(random() * 20_000)))],
    ['each twice the one before', columnOf((at) => 2 ** (at % 900))],
    ['all equal', columnOf(() => 42)],
    ['all equal but one', columnOf((at) => (at === 0 ? 41.5 : 42))],
    ['few enough to be sorted', Float64Array.of(3, 1, 2)],
  ])('%s', (_, column) => {
    const last = column.length - 1;
    const ranks = [0, 1, 2, 3, 4, 5].map((step) => Math.floor((step * last) / 5));
    const sorted = column.toSorted();
    expect(atRanks(column, ranks)).toEqual(ranks.map((rank) => sorted[rank]));
  });
});

test.each<[string, (at: number) => number]>([
  ['days', () => 19_000 + Math.floor(random() * 900)],
  ['payments, most of them one', () => Math.floor(1 / (random() + 0.001))],
  ['a range too wide for a bucket each', (at) => at * 1000 - 5_000_000],
  ['all equal', () => -3],
])('whole numbers too: %s', (_, valueAt) => {
  const column = Int32Array.from({ length: 20_000 }, (_, at) => valueAt(at));
  const ranks = [0, 4000, 8000, 16_000, 19_999];
  const sorted = column.toSorted();
  expect(wholeAtRanks(column, ranks)).toEqual(ranks.map((rank) => sorted[rank]));
});

test('the column is left as it was', () => {
  const column = columnOf(() => random());
  const before = column.slice();
  atRanks(column, [0, 10_000]);
  expect(column).toEqual(before);
});
