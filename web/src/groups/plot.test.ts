import { expect, test } from 'vitest';
import { plotOf, size } from './plot.ts';

const point = { recencyDays: 30, frequency: 1, monetary: 10_000, kMeans: 0, mixture: 0 };

test('points stand within the picture: the longest ago at the right, the highest spend at the top', () => {
  const { points } = plotOf(
    [
      { ...point, recencyDays: 0, monetary: 100 },
      { ...point, recencyDays: 400, monetary: 5_000_000 },
    ],
    'USD',
  );
  const [one, other] = points;
  expect(other!.x).toBeGreaterThan(one!.x);
  expect(other!.y).toBeLessThan(one!.y);
  for (const { x, y } of points) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(size.width);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(size.height);
  }
});

test('the axes say days and round sums of money', () => {
  const { across, up } = plotOf(
    [
      { ...point, recencyDays: 2, monetary: 500 },
      { ...point, recencyDays: 400, monetary: 250_000 },
    ],
    'USD',
  );
  expect(across.map(({ label }) => label)).toEqual(['1 d', '1 w', '1 m', '1 y']);
  expect(up.map(({ label }) => label)).toEqual(['$10', '$100', '$1K']);
});

test.each([
  ['one customer', [point]],
  ['nothing spent', [{ ...point, monetary: 0 }]],
  ['all today', [{ ...point, recencyDays: 0 }]],
])('%s has a place and an axis', (_, list) => {
  const { points, up } = plotOf(list, 'JPY');
  expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  expect(up.length).toBeGreaterThan(0);
});
