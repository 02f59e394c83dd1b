import type { Measures } from '#domain/customers/customer.ts';
import type { Scheme, SegmentName } from '../segment.ts';
import type { Bins } from '../settings.ts';

/*
 * The rules as they are said, slow and obvious: everybody is compared with everybody. Shares only words with the product.
 */

export type SlowScores = { recency: number; frequency: number; monetary: number; population: number | null };

export type SlowPayment = { paidOn: string; counted: number | null };
export type SlowPerson = { payments: SlowPayment[]; market: number | null; bornOn: string | null };

/** `counted` is null for what was given back whole, taken back or never paid. */
export function slowMeasures({ payments, market, bornOn }: SlowPerson): Measures | null {
  const counting = payments.filter(({ counted }) => counted !== null);
  if (counting.length === 0) return null;
  const days = counting.map(({ paidOn }) => paidOn).toSorted();
  return {
    firstPaidOn: days[0]!,
    lastPaidOn: days[days.length - 1]!,
    days: days.filter((day, at) => days.indexOf(day) === at).length,
    frequency: counting.length,
    monetary: counting.reduce((sum, { counted }) => sum + counted!, 0),
    market,
    bornOn,
  };
}

export function slowScores(all: readonly Measures[], one: Measures, bins: Bins, today: string): SlowScores {
  const daysAgo = Math.round((Date.parse(today) - Date.parse(one.lastPaidOn)) / 86_400_000);
  const places = all.map(({ market }) => market).filter((market) => market !== null);
  return {
    recency: bins.recency
      ? 1 + bins.recency.filter((most) => daysAgo <= most).length
      : rank(
          all.map(({ lastPaidOn }) => lastPaidOn),
          one.lastPaidOn,
        ),
    frequency: bins.frequency
      ? 1 + bins.frequency.filter((least) => one.frequency >= least).length
      : rank(
          all.map(({ frequency }) => frequency),
          one.frequency,
        ),
    monetary: bins.monetary
      ? 1 + bins.monetary.filter((least) => one.monetary >= least).length
      : rank(
          all.map(({ monetary }) => monetary),
          one.monetary,
        ),
    population: one.market === null ? null : rank(places, one.market),
  };
}

export function slowSegment(scheme: Scheme, { recency: r, frequency: f, monetary: m }: SlowScores): SegmentName {
  if (scheme === 'four') {
    if (r >= 4 && f >= 4 && m >= 4) return 'VIP Customer';
    if (f >= 4 && m >= 3) return 'Loyal Customer';
    if (r <= 2 && f >= 4) return 'At-Risk Customer';
    return 'New Customer';
  }
  if (r === 5 && f === 5 && m === 5) return 'VIP Customer';
  if (r === 5 && f >= 4) return 'Champions';
  if (r >= 3 && f >= 4) return 'Loyal Customers';
  if (r >= 4 && f >= 2) return 'Potential Loyalists';
  if (r === 5) return 'New Customers';
  if (r === 4) return 'Promising';
  if (r === 3) return f === 3 ? 'Need Attention' : 'About to Sleep';
  if (f === 5) return "Can't Lose Them";
  return f >= 3 ? 'At Risk' : 'Hibernating';
}

function rank<T extends number | string>(all: readonly T[], value: T): number {
  const worse = all.filter((other) => other < value).length;
  const better = all.filter((other) => other > value).length;
  return better === 0 ? 5 : Math.max(1, Math.ceil((5 * worse) / (all.length - 1)));
}

/** Scores of one column, each value compared with everybody once. */
export function slowScorer<T extends number | string>(all: readonly T[]): (value: T) => number {
  const known = new Map<T, number>();
  return (value) => {
    const score = known.get(value) ?? rank(all, value);
    known.set(value, score);
    return score;
  };
}
