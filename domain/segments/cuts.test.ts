import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutsOf, scoreBy } from './cuts.ts';

/** The rule as it is said: everybody is compared with everybody. */
const slowScore = (all: number[], value: number): number => {
  const worse = all.filter((other) => other < value).length;
  const better = all.filter((other) => other > value).length;
  return better === 0 ? 5 : Math.max(1, Math.ceil((5 * worse) / (all.length - 1)));
};

const fastScores = (all: number[]): number[] => {
  const cuts = cutsOf(Float64Array.from(all));
  return cuts ? all.map((value) => scoreBy(cuts, value)) : [];
};

const manyTies = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 });
const fewTies = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { maxLength: 200 });

describe('scores from cuts', () => {
  test.each([
    ['many ties', manyTies],
    ['few ties', fewTies],
  ])('equal a comparison of everybody with everybody: %s', (_, values) => {
    fc.assert(
      fc.property(values, (all) => {
        expect(fastScores(all)).toEqual(all.map((value) => slowScore(all, value)));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('do not depend on the order of the customers', () => {
    const shuffled = manyTies.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(cutsOf(Float64Array.from(other))).toEqual(cutsOf(Float64Array.from(all)));
      }),
      { seed: 2 },
    );
  });

  test.each([
    ['one customer alone is the best', [7], [5]],
    ['two customers', [1, 2], [1, 5]],
    ['all equal: nobody is better', [3, 3, 3], [5, 5, 5]],
    ['six apart take every score', [10, 20, 30, 40, 50, 60], [1, 1, 2, 3, 4, 5]],
    ['heavy ties skip scores', [1, 1, 1, 1, 9], [1, 1, 1, 1, 5]],
    ['nobody has no cuts', [], []],
  ])('%s', (_, all, scores) => {
    expect(fastScores(all)).toEqual(scores);
  });

  test('somebody who paid after the cuts were made and passed the best is a 5', () => {
    expect(scoreBy({ steps: [1, 2, 3, 4], best: 5 }, 6)).toBe(5);
  });
});
