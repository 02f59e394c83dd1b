import { type Cuts, scoreBy, type SegmentCuts } from '#domain/segments/cuts.ts';
import { segmentBy } from '#domain/segments/named-segments.ts';
import { countOf, dayNumber, idAt, idBytes, type Payers } from '#domain/segments/payers.ts';
import { type Scheme, type SegmentName, segmentsOf } from '#domain/segments/segment.ts';
import type { Movement } from './trend.ts';

/** Payers, and how they were scored. */
export type Standing = { payers: Payers; cuts: SegmentCuts };
export type Move = { id: string; from: SegmentName; to: SegmentName; monetary: number };

const none: SegmentName = 'No Purchases';

/** Who stands in another segment than before, in the order of their ids; `monetary` is today's. One pass over both. */
export function* movesBetween(before: Standing | null, now: Standing | null, scheme: Scheme): Iterable<Move> {
  const was = named(before, scheme);
  const is = named(now, scheme);
  let [a, b] = [0, 0];
  while (a < was.count || b < is.count) {
    const order = a === was.count ? 1 : b === is.count ? -1 : compare(before!.payers.ids, a, now!.payers.ids, b);
    const from = order <= 0 ? was.at(a) : none;
    const to = order >= 0 ? is.at(b) : none;
    if (from !== to) {
      const id = order <= 0 ? idAt(before!.payers, a) : idAt(now!.payers, b);
      yield { id, from, to, monetary: order >= 0 ? now!.payers.monetary[b]! : 0 };
    }
    if (order <= 0) a += 1;
    if (order >= 0) b += 1;
  }
}

/** How many came into each segment and left it. */
export function movementOf(moves: Iterable<Move>, scheme: Scheme): Movement['segments'] {
  const rows = new Map(segmentsOf(scheme).map((segment) => [segment, { segment, in: 0, out: 0 }]));
  for (const { from, to } of moves) {
    rows.get(from)!.out += 1;
    rows.get(to)!.in += 1;
  }
  return [...rows.values()];
}

function named(standing: Standing | null, scheme: Scheme): { count: number; at: (place: number) => SegmentName } {
  if (!standing) return { count: 0, at: () => none };
  const { payers, cuts } = standing;
  const recency = inNumbers(cuts.recency);
  const at = (place: number): SegmentName =>
    segmentBy(scheme, {
      recency: scoreBy(recency, payers.lastPaidOn[place]!),
      frequency: scoreBy(cuts.frequency, payers.frequency[place]!),
      monetary: scoreBy(cuts.monetary, payers.monetary[place]!),
    });
  return { count: countOf(payers), at };
}

const inNumbers = ({ steps, best }: Cuts<string>): Cuts<number> => ({
  steps: steps.map(dayNumber),
  best: dayNumber(best),
});

function compare(ids: Uint8Array, a: number, others: Uint8Array, b: number): number {
  for (let byte = 0; byte < idBytes; byte += 1) {
    const difference = ids[a * idBytes + byte]! - others[b * idBytes + byte]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
