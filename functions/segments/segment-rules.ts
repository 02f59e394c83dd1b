import * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { Day, dayIn } from '#domain/kernel/time.ts';
import { SegmentCuts } from '#domain/segments/cuts.ts';
import { type MeasureRanges, rangesOf } from '#domain/segments/ranges.ts';
import { Scheme, type SegmentName, segmentsOf } from '#domain/segments/segment.ts';
import { Weights } from '#domain/segments/settings.ts';
import type { Work } from '#functions/work.ts';

/** A list keeps the rules of its first page, however often the cuts move while somebody scrolls. */
const Rules = z.strictObject({
  version: z.int(),
  cuts: SegmentCuts.nullable(),
  scheme: Scheme,
  weights: Weights,
  today: Day,
});
export type Rules = z.infer<typeof Rules>;
const Cursor = z.strictObject({ rules: Rules, page: z.string() });
type Cursor = z.infer<typeof Cursor>;

type Ruled = Pick<Work, 'workspace' | 'segments' | 'segmentSettings' | 'now'>;

export async function currentRules({ workspace, segments, segmentSettings, now }: Ruled): Promise<Rules> {
  const [{ timeZone }, { version, cuts }, { scheme, weights }] = await Promise.all([
    workspace.get(),
    segments.summary(),
    segmentSettings.get(),
  ]);
  return { version, cuts, scheme, weights, today: dayIn(timeZone, now()) };
}

/** Whose measures a segment holds. Before the first payment is scored nobody is in any but `No Purchases`. */
export function measuredIn(segment: SegmentName, { cuts, scheme }: Rules): MeasureRanges | 'without' | 'nobody' {
  if (segment === 'No Purchases') return 'without';
  const isOfScheme = segmentsOf(scheme).includes(segment);
  return cuts && isOfScheme ? rangesOf(segment, cuts, scheme === 'four') : 'nobody';
}

export const closed = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** A cursor is ours, but it came over the wire: a broken one is the caller's fault. */
export function opened(text: string): Cursor {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw problems.invalid([{ pointer: '/query/cursor', detail: 'Not a cursor of this list' }]);
  }
}
