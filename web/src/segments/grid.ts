import type { SegmentName } from '#domain/segments/segment.ts';

type Span = { from: number; to: number };
export type Rectangle = { segment: SegmentName; recency: Span; frequency: Span };

/** Where each segment stands in recency x frequency. VIP Customer is no rectangle: it lies within Champions. */
export const rectangles: readonly Rectangle[] = [
  { segment: "Can't Lose Them", recency: { from: 1, to: 2 }, frequency: { from: 5, to: 5 } },
  { segment: 'At Risk', recency: { from: 1, to: 2 }, frequency: { from: 3, to: 4 } },
  { segment: 'Hibernating', recency: { from: 1, to: 2 }, frequency: { from: 1, to: 2 } },
  { segment: 'Loyal Customers', recency: { from: 3, to: 4 }, frequency: { from: 4, to: 5 } },
  { segment: 'Need Attention', recency: { from: 3, to: 3 }, frequency: { from: 3, to: 3 } },
  { segment: 'About to Sleep', recency: { from: 3, to: 3 }, frequency: { from: 1, to: 2 } },
  { segment: 'Potential Loyalists', recency: { from: 4, to: 5 }, frequency: { from: 2, to: 3 } },
  { segment: 'Promising', recency: { from: 4, to: 4 }, frequency: { from: 1, to: 1 } },
  { segment: 'Champions', recency: { from: 5, to: 5 }, frequency: { from: 4, to: 5 } },
  { segment: 'New Customers', recency: { from: 5, to: 5 }, frequency: { from: 1, to: 1 } },
];

export const cellsOf = ({ recency, frequency }: Rectangle) =>
  steps(frequency)
    .toReversed()
    .flatMap((f) => steps(recency).map((r) => ({ recency: r, frequency: f })));

/** The step of the one blue, 1 to 5, by the share of the fullest cell; 0 for an empty one. */
export const heatOf = (count: number, fullest: number): number => (count === 0 ? 0 : Math.ceil((5 * count) / fullest));

const steps = ({ from, to }: Span) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
