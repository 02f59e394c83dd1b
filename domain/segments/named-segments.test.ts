import { describe, expect, test } from 'vitest';
import { rectangles, segmentBy } from './named-segments.ts';

const oneToFive = [1, 2, 3, 4, 5];

describe('named segments', () => {
  test('every pair of recency and frequency lies in exactly one rectangle', () => {
    for (const recency of oneToFive) {
      for (const frequency of oneToFive) {
        const holding = Object.values(rectangles).filter(
          ({ recency: [r0, r1], frequency: [f0, f1] }) =>
            r0 <= recency && recency <= r1 && f0 <= frequency && frequency <= f1,
        );
        expect(holding).toHaveLength(1);
      }
    }
  });

  test.each([
    ['VIP Customer', 5, 5, 5],
    ['Champions', 5, 5, 4],
    ['Champions', 5, 4, 5],
    ['Loyal Customers', 3, 5, 5],
    ['Potential Loyalists', 4, 2, 1],
    ['New Customers', 5, 1, 5],
    ['Promising', 4, 1, 1],
    ['Need Attention', 3, 3, 3],
    ['About to Sleep', 3, 2, 5],
    ['At Risk', 2, 3, 1],
    ["Can't Lose Them", 1, 5, 5],
    ['Hibernating', 2, 2, 5],
  ])('%s: %i %i %i', (name, recency, frequency, monetary) => {
    expect(segmentBy('eleven', { recency, frequency, monetary })).toBe(name);
  });

  test.each([
    ['VIP Customer', 4, 4, 4],
    ['Loyal Customer', 5, 5, 3],
    ['Loyal Customer', 1, 4, 5],
    ['At-Risk Customer', 2, 4, 2],
    ['New Customer', 3, 4, 2],
    ['New Customer', 5, 3, 5],
    ['New Customer', 1, 1, 1],
  ])('of the simpler four, %s: %i %i %i', (name, recency, frequency, monetary) => {
    expect(segmentBy('four', { recency, frequency, monetary })).toBe(name);
  });
});
