import { summarise } from '#domain/segments/summarise.ts';
import type { SystemWork } from '#functions/work.ts';

/** Whether the summary is the one of the snapshot that stands. One that is a moment behind is brought after once more. */
export async function isSummaryTrue({
  segments,
  segmentSettings,
}: Pick<SystemWork, 'segments' | 'segmentSettings'>): Promise<boolean> {
  const [{ payers, version }, { bins }] = [await segments.snapshot(), await segmentSettings.get()];
  const { version: said, day, updatedAt: _, ...kept } = await segments.summary();
  if (day === null) return version === 0;
  return said === version && JSON.stringify(summarise(payers, { bins, today: day })) === JSON.stringify(inOrder(kept));
}

/** As `summarise` writes it. */
const inOrder = ({ payers, cells, population, cuts }: ReturnType<typeof summarise>) => ({
  payers,
  cells,
  population,
  cuts: cuts && {
    recency: cuts.recency,
    frequency: cuts.frequency,
    monetary: cuts.monetary,
    market: cuts.market,
  },
});
