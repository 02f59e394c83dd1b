import type { CustomerFilter, CustomerSort } from '#domain/customers/list.ts';
import type { Count } from '#domain/kernel/list.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { scoreEach } from '#functions/segments/score-each.ts';
import { closed, currentRules, measuredIn, opened, type Rules } from '#functions/segments/segment-rules.ts';
import type { Work } from '#functions/work.ts';
import type { CustomersWanted, Measured } from './customer-conditions.ts';

type Filter = CustomerFilter & { measured?: Measured | undefined };
type Asked = Filter & PageQuery & { sort?: CustomerSort };

/** One page, scored by the rules of the list's first page; `version` says which those are. */
export async function listCustomers(
  work: Work,
  { cursor, limit, sort, ...filter }: Asked,
): Promise<Page<ScoredCustomer> & { version: number }> {
  const { rules, page } = cursor ? opened(cursor) : { rules: await currentRules(work), page: undefined };
  const wanted = wantedOf(filter, rules);
  const { items, nextCursor } = await work.customers.list({ ...wanted, cursor: page, limit, ...(sort && { sort }) });
  return {
    items: await scoreEach(work, items, rules.cuts),
    nextCursor: nextCursor && closed({ rules, page: nextCursor }),
    version: rules.version,
  };
}

export async function countCustomers(
  work: Work,
  { exact, ...filter }: Filter & { exact?: '1' | undefined },
): Promise<Count> {
  return work.customers.count(wantedOf(filter, await currentRules(work)), exact === '1');
}

export const wantedOf = ({ segment, ...filter }: Filter, rules: Rules): CustomersWanted => ({
  ...filter,
  ...(segment && { measured: measuredIn(segment, rules) }),
});
