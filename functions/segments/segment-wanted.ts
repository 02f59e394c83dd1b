import type { SegmentFilter } from '#domain/segments/list.ts';
import { bothRanges, everyPayer, type MeasureRanges, rangeOfScore, rangeOfTier } from '#domain/segments/ranges.ts';
import type { CustomersWanted, Measured } from '#functions/customers/customer-conditions.ts';
import { measuredIn, type Rules } from './segment-rules.ts';

const scores = ['recency', 'frequency', 'monetary'] as const;

/** Whom the list holds by those rules, as ranges of what is stored of each customer. */
export const wantedOf = ({ q, ...filter }: SegmentFilter, rules: Rules): CustomersWanted => ({
  q,
  measured: measuredOf(filter, rules),
});

function measuredOf({ segment, tier, ...filter }: SegmentFilter, rules: Rules): Measured {
  const asked = scores.filter((name) => filter[name] !== undefined);
  const hasKnownTier = tier !== undefined && tier !== 'unknown';
  // Who has not paid has no score, and so no tier that is known.
  if (segment === 'No Purchases') return asked.length > 0 || hasKnownTier ? 'nobody' : 'without';

  const { cuts } = rules;
  const ofSegment = segment ? measuredIn(segment, rules) : everyPayer;
  if (!cuts) return asked.length > 0 || hasKnownTier ? 'nobody' : ofSegment;

  const parts: Measured[] = [
    ofSegment,
    ...asked.map((name) => rangeOfScore(name, Number(filter[name]), cuts)),
    ...(tier ? [rangeOfTier(tier, cuts)] : []),
  ];
  return parts.every(isRanges) ? parts.reduce(bothRanges) : 'nobody';
}

const isRanges = (measured: Measured): measured is MeasureRanges => typeof measured !== 'string';
