import { type Cuts, cutsOf, scoreBy, type SegmentCuts } from './cuts.ts';
import { segmentOf } from './named-segments.ts';
import { dayOf, type Payers } from './payers.ts';
import { SegmentName, type SegmentSummary } from './segment.ts';

export type Summarised = Pick<SegmentSummary, 'payers' | 'counts' | 'grid'> & { cuts: SegmentCuts | null };

const emptyGrid = (): number[][] => Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);
const noCounts = (): SegmentSummary['counts'] =>
  Object.fromEntries(SegmentName.options.map((name) => [name, 0])) as SegmentSummary['counts'];

/** One exact pass over a whole workspace. Counts only payers: nobody is counted as 'No Purchases' here. */
export function summarise(payers: Payers): Summarised {
  const recency = cutsOf(payers.lastPaidOn);
  const frequency = cutsOf(payers.frequency);
  const monetary = cutsOf(payers.monetary);
  const counts = noCounts();
  const grid = emptyGrid();
  if (!recency || !frequency || !monetary) return { payers: 0, counts, grid, cuts: null };

  for (let at = 0; at < payers.frequency.length; at += 1) {
    const scores = {
      recency: scoreBy(recency, payers.lastPaidOn[at]!),
      frequency: scoreBy(frequency, payers.frequency[at]!),
      monetary: scoreBy(monetary, payers.monetary[at]!),
    };
    counts[segmentOf(scores)] += 1;
    grid[scores.recency - 1]![scores.frequency - 1]! += 1;
  }
  return { payers: payers.frequency.length, counts, grid, cuts: { recency: asDays(recency), frequency, monetary } };
}

const asDays = ({ steps, best }: Cuts<number>): Cuts<string> => ({ steps: steps.map(dayOf), best: dayOf(best) });
