import * as z from 'zod';
import type { Customer } from '#domain/customers/customer.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { problems } from '#domain/kernel/problem.ts';
import { SegmentCuts } from '#domain/segments/cuts.ts';
import { everyPayer, rangesOf } from '#domain/segments/ranges.ts';
import type { ScoredCustomer, SegmentName } from '#domain/segments/segment.ts';
import type { Work } from '#functions/work.ts';
import { scoreEach } from './score-each.ts';

type Asked = PageQuery & { segment?: SegmentName | undefined };

/** A list keeps the rules of its first page, however often the cuts move while somebody scrolls. */
const Rules = z.strictObject({ version: z.int(), cuts: SegmentCuts.nullable() });
type Rules = z.infer<typeof Rules>;
const Cursor = z.strictObject({ rules: Rules, page: z.string() });

export async function listSegment(work: Work, asked: Asked): Promise<Page<ScoredCustomer> & { version: number }> {
  const { rules, page } = asked.cursor ? opened(asked.cursor) : { rules: await currentRules(work), page: undefined };
  const { items, nextCursor } = await pageOf(work, rules, { ...asked, cursor: page });
  return {
    items: await scoreEach(work, items, rules.cuts),
    nextCursor: nextCursor && closed({ rules, page: nextCursor }),
    version: rules.version,
  };
}

function pageOf(
  { customers }: Work,
  { cuts }: Rules,
  { segment, ...where }: Asked,
): Promise<Page<Customer>> | Page<Customer> {
  if (segment === 'No Purchases') return customers.listWithoutMeasures(where);
  if (!segment) return customers.listByMeasures(everyPayer, where);
  return cuts ? customers.listByMeasures(rangesOf(segment, cuts), where) : { items: [], nextCursor: null };
}

async function currentRules({ segments }: Work): Promise<Rules> {
  const { version, cuts } = await segments.summary();
  return { version, cuts };
}

const closed = (cursor: z.infer<typeof Cursor>): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** A cursor is ours, but it came over the wire: a broken one is the caller's fault. */
function opened(text: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw problems.invalid([{ pointer: '/query/cursor', detail: 'Not a cursor of this list' }]);
  }
}
