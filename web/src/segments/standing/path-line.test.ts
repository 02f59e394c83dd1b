import { expect, test } from 'vitest';
import type { PathStep } from '#domain/segments/explain.ts';
import { markAt } from './mark-at.ts';
import { pathLine, pathSince } from './path-line.ts';

test.each([
  ['between falling steps', 96, 2, [120, 78, 41, 14], 31],
  ['between rising steps', 5, 4, [2, 3, 4, 6], 70],
  ['below the first step', 1, 1, [2, 3, 4, 6], 10],
  ['above the last step', 900, 5, [2, 3, 4, 6], 90],
  ['between equal steps', 1, 5, [1, 1, 1, 1], 90],
  ['at its step, clear of the part before', 4, 4, [2, 3, 4, 6], 61],
])('a value %s stands in the part of its score', (_, value, score, steps, place) => {
  expect(Math.round(markAt(value, score, steps))).toBe(place);
});

const step = (on: string, segment: PathStep['segment'], recency: number): PathStep => ({
  on,
  segment,
  recency,
  frequency: 1,
  monetary: 1,
});
const path = [
  step('2026-01-04', 'Champions', 5),
  step('2026-02-01', 'Loyal Customers', 4),
  step('2026-03-01', 'Loyal Customers', 3),
] as const;

test('a path since a day begins with what stood then', () => {
  expect(pathSince(path, '2026-02-10').map(({ on, recency }) => [on, recency])).toEqual([
    ['2026-02-10', 4],
    ['2026-03-01', 3],
  ]);
  expect(pathSince(path, '2025-12-01')).toEqual(path);
});

test('the line falls where a score does, and names a segment once, where there is room', () => {
  const { d, marks } = pathLine(path, '2026-03-29', 440);
  expect(d).toBe('M20 26H160.0V44H300.0V62H440');
  expect(marks.map(({ name }) => name)).toEqual(['Champions', 'Loyal Customers']);
  expect(pathLine(path, '2026-03-29', 120).marks.map(({ name }) => name)).toEqual(['', '']);
});
