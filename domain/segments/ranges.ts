import type { Cuts, SegmentCuts } from './cuts.ts';
import { type GridSegment, rectangles } from './named-segments.ts';
import type { SegmentName } from './segment.ts';

export type Measure = 'lastPaidOn' | 'frequency' | 'monetary';
export type Bound = { measure: Measure; is: '>' | '>=' | '<' | '<='; value: number | string };

/** Customers whose measures keep every bound of `all`, and one of `any` unless that is empty. */
export type MeasureRanges = { all: Bound[]; any: Bound[] };

export const everyPayer: MeasureRanges = { all: [{ measure: 'frequency', is: '>', value: 0 }], any: [] };

/** A segment as ranges of stored measures, so that a list of it is an indexed query: no scores are stored. */
export function rangesOf(segment: Exclude<SegmentName, 'No Purchases'>, cuts: SegmentCuts): MeasureRanges {
  if (segment === 'VIP Customer') return { all: vip(cuts), any: [] };
  // Champions are those of the rectangle who are not VIP.
  return { all: rectangle(segment, cuts), any: segment === 'Champions' ? vip(cuts).map(opposite) : [] };
}

const rectangle = (segment: GridSegment, cuts: SegmentCuts): Bound[] => [
  ...bounds('lastPaidOn', cuts.recency, rectangles[segment].recency),
  ...bounds('frequency', cuts.frequency, rectangles[segment].frequency),
];

const vip = (cuts: SegmentCuts): Bound[] => [
  atLeast('lastPaidOn', cuts.recency, 5),
  atLeast('frequency', cuts.frequency, 5),
  atLeast('monetary', cuts.monetary, 5),
];

function bounds<T extends number | string>(
  measure: Measure,
  cuts: Cuts<T>,
  [from, to]: readonly [number, number],
): Bound[] {
  return [
    ...(from > 1 ? [atLeast(measure, cuts, from)] : []),
    ...(to < 5 ? [opposite(atLeast(measure, cuts, to + 1))] : []),
  ];
}

/** Under heavy ties a step may be the best value itself; then only the best is above it. */
function atLeast<T extends number | string>(measure: Measure, { steps, best }: Cuts<T>, score: number): Bound {
  const step = steps[score - 2]!;
  return step < best ? { measure, is: '>', value: step } : { measure, is: '>=', value: best };
}

const opposite = ({ is, ...bound }: Bound): Bound => ({ ...bound, is: is === '>' ? '<=' : '<' });
