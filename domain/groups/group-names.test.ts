import { expect, test } from 'vitest';
import { groupNames } from './group-names.ts';

const features = ['recency', 'frequency', 'monetary', 'market', 'age'] as const;

test.each([
  [[-1, 1, 1, 0, 0], 'Recent, frequent, high spend'],
  [[0.4, -0.4, -0.4, 0, 0], 'Quiet, infrequent, low spend'],
  [[0.34, 0, 0, 1, -2], 'Big market, younger'],
  [[0, 0, 0, -0.36, 0.5], 'Small market, older'],
  [[0.1, -0.2, 0.3, 0, 0], 'Average'],
])('a centre at %j is called "%s"', (centre, name) => {
  expect(groupNames(features, [centre])).toEqual([name]);
});

test('only what was grouped by is said', () => {
  expect(groupNames(['recency', 'market'], [[-1, 2]])).toEqual(['Recent, big market']);
});

test('no two groups are called the same', () => {
  expect(groupNames(['recency'], [[-2], [-1], [0], [-0.5]])).toEqual(['Recent', 'Recent 2', 'Average', 'Recent 3']);
});
