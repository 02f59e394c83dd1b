import { describe, expect, test } from 'vitest';
import { barWords, cutsBetween, labelLines, scoreSpans, ticksOf, valueWords } from './distribution-words.ts';

const bar = (score: number) => ({ from: 1, to: 2, count: 1, score });

describe('the words of a distribution', () => {
  test.each([
    ['monetary', 6400, '$64.00'],
    ['frequency', 1200, '1,200'],
    ['recency', 1, '1 day'],
    ['recency', 40, '40 days'],
    ['population', Math.log(1_234_000), '1.23M'],
  ] as const)('%s of %d: %s', (measure, value, words) => {
    expect(valueWords(measure, value, 'USD')).toBe(words);
  });

  test.each([
    ['one value alone', { from: 3, to: 4 }, false, '3'],
    ['up to the one before the next bar', { from: 3, to: 6 }, false, '3 to 5'],
    ['the last bar with its end', { from: 3, to: 6 }, true, '3 to 6'],
  ])('a bar of %s', (_, span, isLast, words) => {
    expect(barWords('frequency', { ...span, count: 1, score: 1 }, isLast, 'USD')).toBe(words);
  });
});

test('a cut stands where the score changes, rising or falling, and a skipped score has none', () => {
  const steps = [10, 20, 30, 40];
  const of = (scores: number[]) =>
    cutsBetween({ measure: 'monetary', bars: scores.map(bar), steps, customers: scores.length });
  expect(of([1, 1, 2, 5])).toEqual([
    { at: 2, value: 10 },
    { at: 3, value: 40 },
  ]);
  expect(of([5, 4, 4])).toEqual([{ at: 1, value: 40 }]);
  expect(of([5])).toEqual([]);
});

test('bars of one score are one span', () => {
  expect(scoreSpans([1, 1, 3].map(bar))).toEqual([
    { score: 1, from: 0, to: 2 },
    { score: 3, from: 2, to: 3 },
  ]);
});

test.each([
  [0, [0, 1, 2, 3]],
  [1, [0, 1, 2, 3]],
  [174, [0, 60, 120, 180]],
  [9000, [0, 3000, 6000, 9000]],
])('the scale of %i', (fullest, ticks) => {
  expect(ticksOf(fullest)).toEqual(ticks);
});

test('labels that would touch stand in lines below each other', () => {
  expect(labelLines([0.1, 0.15, 0.5, 0.52, 0.54], 0.1)).toEqual([0, 1, 0, 1, 2]);
});
