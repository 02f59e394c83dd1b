import type { Page, PageQuery } from '#domain/kernel/page.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import type { SegmentSort } from '#domain/segments/list.ts';
import type { CustomersWanted } from '#functions/customers/customer-conditions.ts';
import type { Work } from '#functions/work.ts';
import { scoreEach } from './score-each.ts';
import { closed, currentRules, opened, type Rules } from './segment-rules.ts';

type Asked = PageQuery & { sort?: SegmentSort | undefined };

/** One page, scored by the rules of the list's first page; those are told, too. */
export async function scoredPage(
  work: Work,
  { cursor, limit, sort }: Asked,
  wantedBy: (rules: Rules) => CustomersWanted,
): Promise<{ page: Page<ScoredCustomer>; rules: Rules }> {
  const { rules, page: place } = cursor ? opened(cursor) : { rules: await currentRules(work), page: undefined };
  const asked = { ...wantedBy(rules), cursor: place, limit, ...(sort && { sort }) };
  const { items, nextCursor } = await work.customers.list(asked);
  const page = {
    items: await scoreEach(work, items, rules),
    nextCursor: nextCursor && closed({ rules, page: nextCursor }),
  };
  return { page, rules };
}
