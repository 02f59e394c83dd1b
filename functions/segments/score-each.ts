import type { Customer } from '#domain/customers/customer.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { SegmentCuts } from '#domain/segments/cuts.ts';
import { scoreCustomer } from '#domain/segments/score-customer.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import type { Work } from '#functions/work.ts';

type Scoring = Pick<Work, 'workspace' | 'segments' | 'now'>;

/** By the cuts as they stand, unless others are given. */
export async function scoreEach(
  { workspace, segments, now }: Scoring,
  customers: Customer[],
  given?: SegmentCuts | null,
): Promise<ScoredCustomer[]> {
  const { timeZone } = await workspace.get();
  const cuts = given === undefined ? (await segments.summary()).cuts : given;
  const today = dayIn(timeZone, now());
  return customers.map((customer) => scoreCustomer(customer, cuts, today));
}
