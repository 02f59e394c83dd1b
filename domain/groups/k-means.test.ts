import { kmeans } from 'ml-kmeans';
import { describe, expect, test } from 'vitest';
import { rowAt, type Rows, rowsIn } from './features.ts';
import { kMeans, nearestIn } from './k-means.ts';
import { randomFrom, sampleOf } from './random.ts';

const rowsFrom = (list: readonly (readonly number[])[]): Rows => ({
  width: list[0]?.length ?? 0,
  values: Float64Array.from(list.flat()),
});

/** So many points about each of some middles, evenly spread within one on either side. */
function clouds(middles: readonly (readonly number[])[], each: number, random: () => number): number[][] {
  return middles.flatMap((middle) =>
    Array.from({ length: each }, () => middle.map((value) => value + random() * 2 - 1)),
  );
}

/** Of as many runs as ours has starts. */
function leastInertiaOfLibrary(list: number[][], k: number): number {
  const runs = Array.from({ length: 50 }, (_, seed) => kmeans(list, k, { seed, initialization: 'kmeans++' }));
  const inertias = runs.map(({ clusters, centroids }) =>
    list.reduce((sum, row, at) => {
      const centre = centroids[clusters[at]!]!;
      return sum + row.reduce((all, value, feature) => all + (value - centre[feature]!) ** 2, 0);
    }, 0),
  );
  return Math.min(...inertias);
}

/** The corners of a box, each cloud touching the next. */
const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((corner) => [
  (corner & 1) * 2.2,
  ((corner >> 1) & 1) * 2.2,
  (corner >> 2) * 2.6,
]);

describe('F251 k-means', () => {
  test.each([3, 4, 5, 6, 7, 8])('%i clusters are as tight as those of a known library, within 0.01 percent', (k) => {
    const random = randomFrom(k);
    const list = clouds(corners, 40, random);
    const { inertia } = kMeans(rowsFrom(list), { k, starts: 50, random });
    expect(inertia).toBeLessThanOrEqual(leastInertiaOfLibrary(list, k) * 1.0001);
  });

  test('the same seed finds the same clusters', () => {
    const rows = rowsFrom(
      clouds(
        [
          [0, 0],
          [3, 3],
          [6, 0],
        ],
        50,
        randomFrom(5),
      ),
    );
    const found = () => kMeans(rows, { k: 4, starts: 5, random: randomFrom(9) });
    expect(found()).toEqual(found());
  });

  test('no more clusters than rows that differ', () => {
    const rows = rowsFrom([
      [1, 1],
      [1, 1],
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
    const { centres, inertia } = kMeans(rows, { k: 4, starts: 3, random: randomFrom(1) });
    expect(centres.toSorted((a, b) => a[0]! - b[0]!)).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(inertia).toBe(0);
  });

  test('who lacks a feature goes by the others, and moves no centre by what is not known', () => {
    const rows = rowsFrom([
      [0, 5],
      [0, NaN],
      [0.2, 5],
      [9, -5],
      [9, NaN],
    ]);
    const { centres, of } = kMeans(rows, { k: 2, starts: 10, random: randomFrom(1) });
    expect(of[1]).toBe(of[0]);
    expect(of[4]).toBe(of[3]);
    expect(centres[of[0]!]![1]).toBe(5);
    expect(centres[of[3]!]![1]).toBe(-5);
  });

  test('each row belongs to its nearest centre', () => {
    const rows = rowsFrom(
      clouds(
        [
          [0, 0],
          [4, 0],
        ],
        20,
        randomFrom(2),
      ),
    );
    const centres = [
      [0, 0],
      [4, 0],
    ];
    const of = nearestIn(rows, centres);
    for (let at = 0; at < rowsIn(rows); at += 1) expect(of[at]).toBe(Number(rowAt(rows, at)[0]! > 2));
  });
});

test('a sample holds different places in rising order, all of them when they are few', () => {
  const sample = sampleOf(1000, 50, randomFrom(4));
  expect(sample).toHaveLength(50);
  expect(new Set(sample).size).toBe(50);
  expect(sample).toEqual(sample.toSorted((a, b) => a - b));
  expect(sampleOf(3, 50, randomFrom(4))).toEqual([0, 1, 2]);
});
