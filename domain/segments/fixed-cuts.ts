import type { Cuts, SegmentCuts } from './cuts.ts';
import { dayNumber, dayOf } from './payers.ts';
import type { Bins } from './settings.ts';

type Ranked = Pick<SegmentCuts, 'recency' | 'frequency' | 'monetary'>;

/** The cuts a business has fixed, in the place of the ranked ones. `today` is the workspace's calendar day. */
export const withBins = (ranked: Ranked, { recency, frequency, monetary }: Bins, today: string): Ranked => ({
  recency: recency ? daysAgo(recency, today) : ranked.recency,
  frequency: frequency ? atLeast(frequency) : ranked.frequency,
  monetary: monetary ? atLeast(monetary) : ranked.monetary,
});

/** Scores begin above a cut, so the cut is one less than the least that scores. */
const atLeast = (bounds: readonly number[]): Cuts<number> => ({
  steps: bounds.map((bound) => bound - 1),
  best: bounds[3]!,
});

function daysAgo(most: readonly number[], today: string): Cuts<string> {
  const first = most.map((days) => dayNumber(today) - days);
  return { steps: first.map((day) => dayOf(day - 1)), best: dayOf(first[3]!) };
}
