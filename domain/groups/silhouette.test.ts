import { expect, test } from 'vitest';
import { distancesIn, silhouetteOf } from './silhouette.ts';

test('rows near their own and far from the others come near 1', () => {
  const distances = distancesIn({ width: 1, values: Float64Array.from([0, 1, 10, 11]) });
  // Each is 1 from its neighbour, and the others lie 10.5 away at the ends and 9.5 in the middle.
  expect(silhouetteOf(distances, [0, 0, 1, 1], 2)).toBeCloseTo((9.5 / 10.5 + 8.5 / 9.5) / 2, 6);
});

test('rows in the wrong cluster come below 0', () => {
  const distances = distancesIn({ width: 1, values: Float64Array.from([0, 1, 10, 11]) });
  expect(silhouetteOf(distances, [0, 1, 0, 1], 2)).toBeLessThan(0);
});

test('a row alone in its cluster counts as 0', () => {
  const distances = distancesIn({ width: 1, values: Float64Array.from([0, 0, 9]) });
  expect(silhouetteOf(distances, [0, 0, 1], 2)).toBeCloseTo(2 / 3, 6);
});

test('what is not known of a row is left out of its distances', () => {
  const distances = distancesIn({ width: 2, values: Float64Array.from([0, 0, 3, NaN, 3, 4]) });
  expect(distances[2]).toBe(5);
  expect(distances[1]).toBeCloseTo(3 * Math.sqrt(2), 6);
});
