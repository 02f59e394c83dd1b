import * as z from 'zod';
import type { Measures } from '#domain/customers/customer.ts';
import { Day } from '#domain/kernel/time.ts';
import { atRanks, wholeAtRanks } from './at-ranks.ts';
import type { Scores } from './scores.ts';

/** Where a ranked measure's scores begin: above `steps[0]` is a 2, above `steps[3]` a 5, and `best` is a 5 whatever its step. */
export type Cuts<T> = { steps: T[]; best: T };

const cuts = <T extends z.ZodType>(value: T) => z.object({ steps: z.array(value).length(4), best: value });

/** Kept instead of scores: when cuts move, no customer is rewritten. `market` is null while nobody has a place. */
export const SegmentCuts = z.object({
  recency: cuts(Day),
  frequency: cuts(z.int()),
  monetary: cuts(z.int()),
  market: cuts(z.number()).nullable(),
});
export type SegmentCuts = z.infer<typeof SegmentCuts>;

/**
 * Equal values score alike, the order of the input never matters, the best is always 5. The same as
 * max(1, ceil(5 * worse / (n - 1))), with `worse` the number of strictly lower values. Null without any value.
 */
export function cutsOf(column: Float64Array | Int32Array): Cuts<number> | null {
  if (column.length === 0) return null;
  const last = column.length - 1;
  const ranks = [1, 2, 3, 4, 5].map((step) => Math.floor((step * last) / 5));
  const values = column instanceof Float64Array ? atRanks(column, ranks) : wholeAtRanks(column, ranks);
  return { steps: values.slice(0, 4), best: values[4]! };
}

/** 1 to 5. A value above the best, which was paid after the cuts were made, is a 5 too. */
export function scoreBy<T extends number | string>({ steps, best }: Cuts<T>, value: T): number {
  if (value >= best) return 5;
  let score = 1;
  for (const step of steps) if (value > step) score += 1;
  return score;
}

export const scoresOf = (measures: Measures, cuts: SegmentCuts): Scores => ({
  recency: scoreBy(cuts.recency, measures.lastPaidOn),
  frequency: scoreBy(cuts.frequency, measures.frequency),
  monetary: scoreBy(cuts.monetary, measures.monetary),
  population: measures.market === null || cuts.market === null ? null : scoreBy(cuts.market, measures.market),
});
