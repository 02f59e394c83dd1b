import type { CustomerFilter, CustomerSort } from '#domain/customers/list.ts';
import type { Count } from '#domain/kernel/list.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { scoredPage } from '#functions/segments/scored-page.ts';
import { currentRules, measuredIn, type Rules } from '#functions/segments/segment-rules.ts';
import type { Work } from '#functions/work.ts';
import type { CustomersWanted } from './customer-conditions.ts';

type Asked = CustomerFilter & PageQuery & { sort?: CustomerSort };

export async function listCustomers(
  work: Work,
  { cursor, limit, sort, ...filter }: Asked,
): Promise<Page<ScoredCustomer>> {
  const { page } = await scoredPage(work, { cursor, limit, sort }, (rules) => wantedOf(filter, rules));
  return page;
}

export async function countCustomers(
  work: Work,
  { exact, ...filter }: CustomerFilter & { exact?: '1' | undefined },
): Promise<Count> {
  return work.customers.count(wantedOf(filter, await currentRules(work)), exact === '1');
}

export const wantedOf = ({ segment, ...filter }: CustomerFilter, rules: Rules): CustomersWanted => ({
  ...filter,
  ...(segment && { measured: measuredIn(segment, rules) }),
});
