import { scoresOf, type SegmentCuts } from './cuts.ts';
import type { PathStep } from './explain.ts';
import { measuresOf } from './measure.ts';
import { segmentBy } from './named-segments.ts';
import type { Scheme } from './segment.ts';

/** A payment that counts: its day and minor units. */
export type CountedOn = { paidOn: string; counted: number };

/** How the scores were cut on that day. */
export type CutsOn = { on: string; cuts: SegmentCuts };

/**
 * The way of one customer through the segments: where they stood at the end of each week, on each day they paid, and
 * stand today. As the payments are known now, each day by the cuts of its week. `weeks` are the oldest first, and end
 * before today.
 */
export function pathOf(
  payments: readonly CountedOn[],
  { weeks, today, scheme }: { weeks: readonly CutsOn[]; today: CutsOn; scheme: Scheme },
): PathStep[] {
  const cut = [...weeks, today];
  const paidOn = new Set(payments.map((payment) => payment.paidOn));
  const days = [...paidOn, ...cut.map(({ on }) => on)].filter((day) => isWithin(cut, day)).sort();
  const steps: PathStep[] = [];
  for (const on of new Set(days)) {
    const { cuts } = cut.find((week) => week.on >= on)!;
    const step = stepOn(on, { payments, scheme, cuts: paidOn.has(on) ? asLatest(cuts, on) : cuts });
    const before = steps.at(-1);
    if (step && (before?.segment !== step.segment || before.recency !== step.recency)) steps.push(step);
  }
  return steps;
}

const isWithin = (cut: readonly CutsOn[], day: string): boolean => cut[0]!.on <= day && day <= cut.at(-1)!.on;

/** On the day of a payment nobody has paid more recently, whatever the others did until the end of the week. */
const asLatest = (cuts: SegmentCuts, on: string): SegmentCuts => ({ ...cuts, recency: { ...cuts.recency, best: on } });

function stepOn(
  on: string,
  { payments, scheme, cuts }: { payments: readonly CountedOn[]; scheme: Scheme; cuts: SegmentCuts },
): PathStep | null {
  const untilThen = payments.filter(({ paidOn }) => paidOn <= on);
  const measures = measuresOf(untilThen, { market: null, bornOn: null });
  if (!measures) return null;
  const { recency, frequency, monetary } = scoresOf(measures, cuts);
  return { on, segment: segmentBy(scheme, { recency, frequency, monetary }), recency, frequency, monetary };
}
