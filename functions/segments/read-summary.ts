import { countsOf } from '#domain/segments/counts.ts';
import type { SegmentSummary } from '#domain/segments/segment.ts';
import type { Work } from '#functions/work.ts';

/** Who signed up without paying is counted now: the summary changes with payments only. */
export async function readSummary({
  segments,
  segmentSettings,
  customers,
}: Pick<Work, 'segments' | 'segmentSettings' | 'customers'>): Promise<SegmentSummary> {
  const [summary, { scheme }, without] = await Promise.all([
    segments.summary(),
    segmentSettings.get(),
    customers.countWithoutMeasures(),
  ]);
  const { version, updatedAt, payers, cells, population, cuts } = summary;
  const { counts, grid, scored } = countsOf(cells, scheme);
  return {
    version,
    updatedAt,
    payers,
    scheme,
    counts: { ...counts, 'No Purchases': without },
    grid,
    scored: { ...scored, population },
    cuts,
  };
}
