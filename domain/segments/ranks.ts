import type { Measures } from '#domain/customers/customer.ts';
import { dayNumber, type Payers, placeIn } from './payers.ts';
import type { ScoreName } from './scores.ts';

/** Where one stands among the others who are ranked: how many are strictly lower, and how many strictly higher. */
export type Rank = { lower: number; higher: number; others: number };

/** Population is null for who has no market. */
export function ranksOf(
  payers: Payers,
  customerId: string,
  { lastPaidOn, frequency, monetary, market }: Measures,
): Record<ScoreName, Rank | null> {
  const own = placeIn(payers, customerId);
  return {
    recency: rankIn(payers.lastPaidOn, dayNumber(lastPaidOn), own),
    frequency: rankIn(payers.frequency, frequency, own),
    monetary: rankIn(payers.monetary, monetary, own),
    population: market === null ? null : rankIn(payers.market, market, own),
  };
}

function rankIn(column: ArrayLike<number>, value: number, own: number | null): Rank {
  const rank = { lower: 0, higher: 0, others: 0 };
  for (let at = 0; at < column.length; at += 1) {
    const each = column[at]!;
    if (at === own || Number.isNaN(each)) continue;
    rank.others += 1;
    if (each < value) rank.lower += 1;
    if (each > value) rank.higher += 1;
  }
  return rank;
}
