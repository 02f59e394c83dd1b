import type { Cuts, SegmentCuts } from './cuts.ts';
import { type GridSegment, rectangles } from './named-segments.ts';
import type { ScoreName } from './scores.ts';
import type { SegmentName, Tier } from './segment.ts';

export type Measure = 'lastPaidOn' | 'frequency' | 'monetary' | 'market';
export type Bound = { measure: Measure; is: '>' | '>=' | '<' | '<=' | 'unknown'; value: number | string | null };

/** Customers whose measures keep every bound of `all`, and one of each list of `anyOf`. */
export type MeasureRanges = { all: Bound[]; anyOf: Bound[][] };

export const everyPayer: MeasureRanges = { all: [{ measure: 'frequency', is: '>', value: 0 }], anyOf: [] };

export const bothRanges = (a: MeasureRanges, b: MeasureRanges): MeasureRanges => ({
  all: [...a.all, ...b.all],
  anyOf: [...a.anyOf, ...b.anyOf],
});

/** A segment as ranges of stored measures, so that a list of it is an indexed query: no scores are stored. */
export function rangesOf(
  segment: Exclude<SegmentName, 'No Purchases'>,
  cuts: SegmentCuts,
  isFour: boolean,
): MeasureRanges {
  const { from, below } = bounds(cuts);
  if (isFour) {
    switch (segment) {
      case 'VIP Customer':
        return only(from('recency', 4), from('frequency', 4), from('monetary', 4));
      case 'Loyal Customer':
        return {
          ...only(from('frequency', 4), from('monetary', 3)),
          anyOf: [[below('recency', 4), below('monetary', 4)]],
        };
      case 'At-Risk Customer':
        return only(from('frequency', 4), below('monetary', 3), below('recency', 3));
      default:
        // Neither of the three: seldom, or often with little spent and not long ago.
        return {
          all: everyPayer.all,
          anyOf: [
            [below('frequency', 4), below('monetary', 3)],
            [below('frequency', 4), from('recency', 3)],
          ],
        };
    }
  }
  const vip = [from('recency', 5), from('frequency', 5), from('monetary', 5)];
  if (segment === 'VIP Customer') return only(...vip);
  const inRectangle = rectangle(segment as GridSegment, cuts);
  // Champions are those of the rectangle who are not VIP.
  return { all: inRectangle, anyOf: segment === 'Champions' ? [vip.map(opposite)] : [] };
}

/** The customers of one score. */
export const rangeOfScore = (name: ScoreName, score: number, cuts: SegmentCuts): MeasureRanges =>
  only(...spanOf(name, [score, score], cuts));

/** By the population score. Without any place everybody is unknown. */
export function rangeOfTier(tier: Tier, cuts: SegmentCuts): MeasureRanges | 'nobody' {
  if (tier === 'unknown') return only(...everyPayer.all, { measure: 'market', is: 'unknown', value: null });
  if (!cuts.market) return 'nobody';
  const spans = { high: [4, 5], mid: [3, 3], low: [1, 2] } as const;
  return only(...spanOf('population', spans[tier], cuts));
}

const only = (...all: Bound[]): MeasureRanges => ({ all, anyOf: [] });

const rectangle = (segment: GridSegment, cuts: SegmentCuts): Bound[] => [
  ...spanOf('recency', rectangles[segment].recency, cuts),
  ...spanOf('frequency', rectangles[segment].frequency, cuts),
];

function spanOf(name: ScoreName, [first, last]: readonly [number, number], cuts: SegmentCuts): Bound[] {
  const { from, below } = bounds(cuts);
  return [...(first > 1 ? [from(name, first)] : []), ...(last < 5 ? [below(name, last + 1)] : [])];
}

const measureOf = {
  recency: 'lastPaidOn',
  frequency: 'frequency',
  monetary: 'monetary',
  population: 'market',
} as const;

function bounds(cuts: SegmentCuts) {
  const from = (name: ScoreName, score: number): Bound =>
    atLeast(measureOf[name], (name === 'population' ? cuts.market : cuts[name]) as Cuts<number | string>, score);
  return { from, below: (name: ScoreName, score: number): Bound => opposite(from(name, score)) };
}

/** Under heavy ties a step may be the best value itself; then only the best is above it. */
function atLeast(measure: Measure, { steps, best }: Cuts<number | string>, score: number): Bound {
  const step = steps[score - 2]!;
  return step < best ? { measure, is: '>', value: step } : { measure, is: '>=', value: best };
}

const opposite = ({ is, ...bound }: Bound): Bound => ({ ...bound, is: is === '>' ? '<=' : '<' });
