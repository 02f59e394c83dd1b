import { expect, test } from 'vitest';
import { Scheme } from '#domain/segments/segment.ts';
import { cellsOf, heatOf, rectanglesOf } from './grid.ts';

test.each(Scheme.options)('F248: the rectangles of the scheme of %s cover each of the 25 cells once', (scheme) => {
  const cells = rectanglesOf(scheme)
    .flatMap(cellsOf)
    .map(({ recency, frequency }) => `${recency}x${frequency}`);
  expect(cells).toHaveLength(25);
  expect(new Set(cells).size).toBe(25);
});

test.each([
  [0, 304, 0],
  [1, 304, 1],
  [61, 304, 2],
  [304, 304, 5],
  [1, 1, 5],
])('%i of at most %i takes step %i', (count, fullest, step) => {
  expect(heatOf(count, fullest)).toBe(step);
});
