import { type Rectangle as Spans, rectangles as spansOf } from '#domain/segments/named-segments.ts';
import type { Scheme, SegmentName } from '#domain/segments/segment.ts';

/** A part of the heat map; in a scheme without rectangles the whole map is one, and has no name. */
export type Rectangle = Spans & { segment: SegmentName | null };

const oneToFive = [1, 5] as const;
const named = Object.entries(spansOf).map(([segment, spans]) => ({ ...spans, segment: segment as SegmentName }));

/** VIP Customer is no rectangle: it lies within Champions. */
export const rectanglesOf = (scheme: Scheme): readonly Rectangle[] =>
  scheme === 'eleven' ? named : [{ segment: null, recency: oneToFive, frequency: oneToFive }];

/** As they are read: from the highest frequency down, and in each from the lowest recency up. */
export const cellsOf = ({ recency, frequency }: Spans) =>
  steps(frequency)
    .toReversed()
    .flatMap((f) => steps(recency).map((r) => ({ recency: r, frequency: f })));

/** The step of the one blue, 1 to 5, by the share of the fullest cell; 0 for an empty one. */
export const heatOf = (count: number, fullest: number): number => (count === 0 ? 0 : Math.ceil((5 * count) / fullest));

const steps = ([from, to]: readonly [number, number]) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
