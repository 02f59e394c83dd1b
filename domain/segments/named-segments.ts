import type { Scores } from './scores.ts';
import type { elevenSegments, Scheme, SegmentName } from './segment.ts';

type Span = readonly [from: number, to: number];
export type Rectangle = { recency: Span; frequency: Span };
export type GridSegment = Exclude<(typeof elevenSegments)[number], 'VIP Customer'>;

/** Each name is one rectangle of recency and frequency scores; together they cover the grid once. */
export const rectangles: Record<GridSegment, Rectangle> = {
  Champions: { recency: [5, 5], frequency: [4, 5] },
  'Loyal Customers': { recency: [3, 4], frequency: [4, 5] },
  'Potential Loyalists': { recency: [4, 5], frequency: [2, 3] },
  'New Customers': { recency: [5, 5], frequency: [1, 1] },
  Promising: { recency: [4, 4], frequency: [1, 1] },
  'Need Attention': { recency: [3, 3], frequency: [3, 3] },
  'About to Sleep': { recency: [3, 3], frequency: [1, 2] },
  'At Risk': { recency: [1, 2], frequency: [3, 4] },
  "Can't Lose Them": { recency: [1, 2], frequency: [5, 5] },
  Hibernating: { recency: [1, 2], frequency: [1, 2] },
};

const holds = ([from, to]: Span, score: number): boolean => from <= score && score <= to;

const segmentInGrid = (recency: number, frequency: number): GridSegment => {
  const names = Object.keys(rectangles) as GridSegment[];
  return names.find(
    (name) => holds(rectangles[name].recency, recency) && holds(rectangles[name].frequency, frequency),
  )!;
};

/** Looked up, not searched: a whole workspace is named in one pass. */
const grid = [1, 2, 3, 4, 5].map((recency) => [1, 2, 3, 4, 5].map((frequency) => segmentInGrid(recency, frequency)));

type Ranks = Pick<Scores, 'recency' | 'frequency' | 'monetary'>;

export const segmentBy = (scheme: Scheme, ranks: Ranks): SegmentName =>
  scheme === 'eleven' ? ofEleven(ranks) : ofFour(ranks);

/** VIP comes first: the best in all three would be a Champion otherwise. */
function ofEleven({ recency, frequency, monetary }: Ranks): SegmentName {
  if (recency === 5 && frequency === 5 && monetary === 5) return 'VIP Customer';
  return grid[recency - 1]![frequency - 1]!;
}

/** The first that fits. */
function ofFour({ recency, frequency, monetary }: Ranks): SegmentName {
  if (recency >= 4 && frequency >= 4 && monetary >= 4) return 'VIP Customer';
  if (frequency >= 4 && monetary >= 3) return 'Loyal Customer';
  return recency <= 2 && frequency >= 4 ? 'At-Risk Customer' : 'New Customer';
}
