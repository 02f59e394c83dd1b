import { describe, expect, test } from 'vitest';
import type { SegmentCuts } from './cuts.ts';
import { pathOf } from './path.ts';

const today = '2026-03-31';

describe('the path', () => {
  /** All scores of a day's cuts begin so: recency by day, frequency 2 3 4 5, monetary $20 $30 $40 $50. */
  const cutsOn = (days: readonly string[]): SegmentCuts => ({
    recency: { steps: [...days], best: today },
    frequency: { steps: [1, 2, 3, 4], best: 99 },
    monetary: { steps: [1999, 2999, 3999, 4999], best: 99_999 },
    market: null,
  });
  const weeks = [
    { on: '2026-03-08', cuts: cutsOn(['2026-02-01', '2026-02-10', '2026-02-20', '2026-03-01']) },
    { on: '2026-03-15', cuts: cutsOn(['2026-02-01', '2026-02-20', '2026-03-01', '2026-03-12']) },
    { on: '2026-03-22', cuts: cutsOn(['2026-02-20', '2026-03-11', '2026-03-13', '2026-03-20']) },
  ];
  const now = { on: today, cuts: cutsOn(['2026-03-13', '2026-03-18', '2026-03-20', '2026-03-30']) };
  const rules = { weeks, today: now, scheme: 'eleven' } as const;

  test('begins with the first payment, stands at 5 on each paying day, and falls while others pay', () => {
    const paid = [
      { paidOn: '2026-03-10', counted: 1000 },
      { paidOn: '2026-03-12', counted: 1500 },
    ];
    expect(pathOf(paid, rules).map(({ on, segment, recency }) => [on, segment, recency])).toEqual([
      ['2026-03-10', 'New Customers', 5],
      ['2026-03-12', 'Potential Loyalists', 5],
      ['2026-03-15', 'Potential Loyalists', 4],
      ['2026-03-22', 'About to Sleep', 3],
      ['2026-03-31', 'Hibernating', 1],
    ]);
  });

  test('takes what was paid before the first week into its first step, and tells what changes alone', () => {
    const paid = [{ paidOn: '2025-01-01', counted: 9000 }];
    expect(pathOf(paid, rules)).toEqual([
      { on: '2026-03-08', segment: 'Hibernating', recency: 1, frequency: 1, monetary: 5 },
    ]);
  });

  test('has today alone before the weeks were kept, and nothing before a payment', () => {
    const paid = [{ paidOn: '2026-03-10', counted: 1000 }];
    expect(pathOf(paid, { ...rules, weeks: [] }).map(({ on }) => on)).toEqual([today]);
    expect(pathOf([], rules)).toEqual([]);
  });
});
