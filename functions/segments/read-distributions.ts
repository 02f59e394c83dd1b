import type { Cuts, SegmentCuts } from '#domain/segments/cuts.ts';
import type { Distribution, Distributions } from '#domain/segments/distribution.ts';
import { daysScale, histogram, risingScale } from '#domain/segments/histogram.ts';
import { dayNumber, type Payers } from '#domain/segments/payers.ts';
import { latestAnswer } from '#functions/platform/latest-answer.ts';
import type { Work } from '#functions/work.ts';
import { currentRules } from './segment-rules.ts';

type Asking = Pick<Work, 'workspaceId' | 'workspace' | 'segments' | 'segmentSettings' | 'now'>;

/** The snapshot of a large business is megabytes: it is read once for each version and day. */
const latest = latestAnswer<Distributions>(500);

/** How each measure lies; nothing before the first payment, and no markets while nobody has a place. */
export async function readDistributions(work: Asking): Promise<Distributions> {
  const { version, cuts, today } = await currentRules(work);
  if (!cuts) return { version, items: [] };
  return latest(work.workspaceId, `${version} ${today}`, async () => {
    const { payers } = await work.segments.snapshot();
    return { version, items: distributionsOf(payers, cuts, dayNumber(today)) };
  });
}

function distributionsOf(payers: Payers, cuts: SegmentCuts, today: number): Distribution[] {
  // The workspace's zone may have been changed to one where today is still yesterday.
  const days = payers.lastPaidOn.map((day) => Math.max(0, today - day));
  const recency = asNumbers(cuts.recency);
  const markets = payers.market.filter((market) => !Number.isNaN(market));
  return [
    distribution('monetary', cuts.monetary.steps, payers.monetary, risingScale(cuts.monetary, 'whole')),
    distribution('frequency', cuts.frequency.steps, payers.frequency, risingScale(cuts.frequency, 'whole')),
    distribution(
      'recency',
      recency.steps.map((step) => today - step),
      days,
      daysScale(recency, today),
    ),
    ...(cuts.market ? [distribution('population', cuts.market.steps, markets, risingScale(cuts.market, 'parts'))] : []),
  ];
}

const distribution = (
  measure: Distribution['measure'],
  steps: number[],
  ...[values, scale]: Parameters<typeof histogram>
): Distribution => ({ measure, bars: histogram(values, scale), steps, customers: values.length });

const asNumbers = ({ steps, best }: Cuts<string>): Cuts<number> => ({
  steps: steps.map(dayNumber),
  best: dayNumber(best),
});
