import type { SegmentSummary } from '#domain/segments/segment.ts';
import type { Work } from '#functions/work.ts';

/** Who signed up without paying is counted now: the summary changes with payments only. */
export async function readSummary({
  segments,
  customers,
}: Pick<Work, 'segments' | 'customers'>): Promise<SegmentSummary> {
  const [summary, without] = await Promise.all([segments.summary(), customers.countWithoutMeasures()]);
  return { ...summary, counts: { ...summary.counts, 'No Purchases': without } };
}
