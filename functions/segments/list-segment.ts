import type { Count } from '#domain/kernel/list.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import type { SegmentFilter, SegmentRow, SegmentSort } from '#domain/segments/list.ts';
import type { Work } from '#functions/work.ts';
import { currentRules } from './segment-rules.ts';
import { rowMaker } from './segment-rows.ts';
import { wantedOf } from './segment-wanted.ts';
import { scoredPage } from './scored-page.ts';

type Asked = SegmentFilter & PageQuery & { sort?: SegmentSort };

/** Without a filter everybody who has paid; by total spend unless asked otherwise. `version` says by which cuts. */
export async function listSegment(
  work: Work,
  { cursor, limit, sort = '-monetary', ...filter }: Asked,
): Promise<Page<SegmentRow> & { version: number }> {
  const { page, rules } = await scoredPage(work, { cursor, limit, sort }, (by) => wantedOf(filter, by));
  const rowOf = await rowMaker(work, rules.today);
  return { ...page, items: page.items.map(rowOf), version: rules.version };
}

export async function countSegment(
  work: Work,
  { exact, ...filter }: SegmentFilter & { exact?: '1' | undefined },
): Promise<Count> {
  return work.customers.count(wantedOf(filter, await currentRules(work)), exact === '1');
}
