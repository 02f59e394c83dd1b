import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { everyPayer } from '#domain/segments/ranges.ts';
import type { ScoredCustomer, SegmentName } from '#domain/segments/segment.ts';
import { listCustomers } from '#functions/customers/list-customers.ts';
import type { Work } from '#functions/work.ts';

type Asked = PageQuery & { segment?: SegmentName | undefined };

/** By total spend, highest first; who has not paid, by name. Without a segment everybody who has paid. */
export function listSegment(
  work: Work,
  { segment, ...page }: Asked,
): Promise<Page<ScoredCustomer> & { version: number }> {
  if (!segment) return listCustomers(work, { ...page, measured: everyPayer, sort: '-monetary' });
  return listCustomers(work, { ...page, segment, sort: segment === 'No Purchases' ? 'name' : '-monetary' });
}
