import type { Customer } from '#domain/customers/customer.ts';
import { scoreCustomer } from '#domain/segments/score-customer.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import type { Work } from '#functions/work.ts';
import { currentRules, type Rules } from './segment-rules.ts';

type Scoring = Pick<Work, 'workspace' | 'segments' | 'segmentSettings' | 'now'>;

/** By the rules as they stand, unless others are given. */
export async function scoreEach(work: Scoring, customers: Customer[], given?: Rules): Promise<ScoredCustomer[]> {
  const rules = given ?? (await currentRules(work));
  return customers.map((customer) => scoreCustomer(customer, rules));
}
