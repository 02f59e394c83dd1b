import * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { SegmentCuts } from '#domain/segments/cuts.ts';
import { type MeasureRanges, rangesOf } from '#domain/segments/ranges.ts';
import type { SegmentName } from '#domain/segments/segment.ts';
import type { Work } from '#functions/work.ts';

/** A list keeps the rules of its first page, however often the cuts move while somebody scrolls. */
const Rules = z.strictObject({ version: z.int(), cuts: SegmentCuts.nullable() });
export type Rules = z.infer<typeof Rules>;
const Cursor = z.strictObject({ rules: Rules, page: z.string() });
type Cursor = z.infer<typeof Cursor>;

export async function currentRules({ segments }: Pick<Work, 'segments'>): Promise<Rules> {
  const { version, cuts } = await segments.summary();
  return { version, cuts };
}

/** Whose measures a segment holds. Before the first payment is scored nobody is in any but `No Purchases`. */
export function measuredIn(segment: SegmentName, { cuts }: Rules): MeasureRanges | 'without' | 'nobody' {
  if (segment === 'No Purchases') return 'without';
  return cuts ? rangesOf(segment, cuts) : 'nobody';
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
