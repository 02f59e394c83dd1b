import { useSearch } from '@tanstack/react-router';
import type { SegmentName, SegmentSummary } from '#domain/segments/segment.ts';
import type { SegmentWish } from './segment-queries.ts';
import type { SegmentsSearch } from './segments.routes.tsx';

export const useSegmentsSearch = (): SegmentsSearch => useSearch({ strict: false });

/** A link that chooses: whether it leads to what is shown already is not told by the address alone. */
export const choice = {
  to: '/segments',
  resetScroll: false,
  activeOptions: { exact: true, explicitUndefined: true },
} as const;

const noScores = { recency: undefined, frequency: undefined, monetary: undefined };

/** The address with another segment, or none: a cell and the customer who lies open are of the choice before. */
export const withSegment = (segment: SegmentName | undefined) => (before: SegmentsSearch) => ({
  ...before,
  ...noScores,
  customer: undefined,
  segment,
});

type Cell = { recency: number; frequency: number };

/** The address with another cell of the heat map, or none. */
export const withCell = (cell: Cell | undefined) => (before: SegmentsSearch) => ({
  ...before,
  ...noScores,
  ...cell,
  customer: undefined,
  segment: undefined,
});

/** Who has not paid has nothing to rank by but a name. */
export const usualSortOf = (segment: SegmentName | undefined) => (segment === 'No Purchases' ? 'name' : '-monetary');

/** What the address asks of the server. */
export function wishOf({ q, segment, tier, sort, ...scores }: SegmentsSearch): SegmentWish {
  const isUnranked = segment === 'No Purchases' && sort !== '-name';
  return {
    q,
    segment,
    tier,
    recency: worded(scores.recency),
    frequency: worded(scores.frequency),
    monetary: worded(scores.monetary),
    sort: isUnranked ? 'name' : (sort ?? usualSortOf(segment)),
  };
}

const worded = (score: number | undefined) => score?.toString() as SegmentWish['recency'];

/** "Recency 5, Frequency 4", or nothing. */
export const scoreWords = ({ recency, frequency, monetary }: SegmentsSearch): string | null =>
  [recency && `Recency ${recency}`, frequency && `Frequency ${frequency}`, monetary && `Monetary ${monetary}`]
    .filter(Boolean)
    .join(', ') || null;

/** What the list holds before it is searched and narrowed by market; the count where the summary knows it. */
export function headingOf(search: SegmentsSearch, { payers, counts, grid }: SegmentSummary) {
  const { segment, recency, frequency, monetary } = search;
  const scores = scoreWords(search);
  if (segment) {
    const count = scores ? null : (counts[segment] ?? 0);
    return { words: scores ? `${segment}, ${scores}` : segment, count: count === null ? '' : customersIn(count) };
  }
  if (!scores) return { words: 'Customers with a payment', count: `(${payers.toLocaleString('en')})` };
  const isCell = recency && frequency && !monetary;
  return { words: scores, count: isCell ? customersIn(grid[recency - 1]?.[frequency - 1] ?? 0) : '' };
}

const customersIn = (count: number) => `(${count.toLocaleString('en')} customers)`;
