import { segmentBy } from './named-segments.ts';
import { type Scheme, segmentsOf, type SegmentSummary } from './segment.ts';

type Counted = Pick<SegmentSummary, 'counts' | 'grid'> & {
  scored: Pick<SegmentSummary['scored'], 'recency' | 'frequency' | 'monetary'>;
};

/** What the cells of a summary mean in a scheme. Nobody is counted as 'No Purchases' here. */
export function countsOf(cells: readonly number[], scheme: Scheme): Counted {
  const counts: SegmentSummary['counts'] = Object.fromEntries(segmentsOf(scheme).map((name) => [name, 0]));
  const grid = Array.from({ length: 5 }, none);
  const scored = { recency: none(), frequency: none(), monetary: none() };
  for (const [at, count] of cells.entries()) {
    const [r, f, m] = [Math.floor(at / 25), Math.floor(at / 5) % 5, at % 5];
    const name = segmentBy(scheme, { recency: r + 1, frequency: f + 1, monetary: m + 1 });
    counts[name] = (counts[name] ?? 0) + count;
    grid[r]![f]! += count;
    scored.recency[r]! += count;
    scored.frequency[f]! += count;
    scored.monetary[m]! += count;
  }
  return { counts, grid, scored };
}

const none = (): number[] => [0, 0, 0, 0, 0];
