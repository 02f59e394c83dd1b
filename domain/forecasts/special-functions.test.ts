import { describe, expect, test } from 'vitest';
import { hyp2f1 } from './hyp2f1.ts';
import { logGamma } from './log-gamma.ts';
import { lowestPoint } from './nelder-mead.ts';

describe('the gamma function', () => {
  test.each([
    [1, 1],
    [2, 1],
    [5, 24],
    [11, 3_628_800],
    [0.5, Math.sqrt(Math.PI)],
    [0.01, 99.4325851191506],
  ])('of %d is %d', (value, gamma) => {
    expect(Math.exp(logGamma(value)) / gamma).toBeCloseTo(1, 12);
  });
});

describe('the hypergeometric function', () => {
  test.each([0.001, 0.1, 0.5, 0.9, 0.99])('keeps to two of its identities at %d', (z) => {
    expect(hyp2f1(2.5, 3, 3, z) * (1 - z) ** 2.5).toBeCloseTo(1, 9);
    expect(hyp2f1(1, 1, 2, z) / (-Math.log(1 - z) / z)).toBeCloseTo(1, 12);
  });
});

describe('the lowest point', () => {
  test('of a bent valley is found', () => {
    const banana = ([x = 0, y = 0]: number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    const [x, y] = lowestPoint(banana, [-1.2, 1])!;
    expect(x).toBeCloseTo(1, 4);
    expect(y).toBeCloseTo(1, 4);
  });

  test('of a slope is at the edge of what is allowed', () => {
    expect(lowestPoint(([x = 0]) => (x < -2 ? Infinity : x), [0])![0]).toBeCloseTo(-2, 4);
  });

  test('of a slope without an end is none', () => {
    expect(lowestPoint(([x = 0]) => x, [0])).toBeNull();
  });
});
