import { isDeepStrictEqual } from 'node:util';
import type { Customer } from '#domain/customers/customer.ts';
import { type CustomerFacts, whyNotBornOn } from '#domain/customers/facts.ts';
import { problems } from '#domain/kernel/problem.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { choosePlace } from '#functions/places/choose-place.ts';
import { scoreEach } from '#functions/segments/score-each.ts';
import type { Work } from '#functions/work.ts';
import type { Facts } from './customer-facts.ts';

/** Where a customer lives and when they were born, as staff say it. The scores follow by the feed. */
export async function changeFacts(work: Work, customerId: string, said: CustomerFacts): Promise<ScoredCustomer> {
  const { customers, live } = work;
  const [customer] = await Promise.all([customers.get(customerId), refuseBirthDate(work, said.bornOn)]);
  if (customer.version !== said.version) throw problems.changedMeanwhile('The customer');
  const place = said.place ? await choosePlace(said.place) : said.place;
  const { bornOn } = said;
  const news: Partial<Facts> = {
    ...(place !== undefined && !isDeepStrictEqual(place, customer.place) && { place }),
    ...(bornOn !== undefined && bornOn !== customer.bornOn && { bornOn }),
  };
  if (Object.keys(news).length === 0) return scored(work, customer);
  const changed = await customers.setFacts(customer, news);
  await noted(work, changed, [...('place' in news ? ['place'] : []), ...('bornOn' in news ? ['birth date'] : [])]);
  await live.toStaff({ kind: 'members.changed' });
  return scored(work, changed);
}

async function refuseBirthDate({ workspace, now }: Work, bornOn: string | null | undefined): Promise<void> {
  if (!bornOn) return;
  const { timeZone } = await workspace.get();
  const detail = whyNotBornOn(bornOn, dayIn(timeZone, now()));
  if (detail) throw problems.invalid([{ pointer: '/body/bornOn', detail }]);
}

/** What was changed, not to what: a birth date is nobody's business here. */
async function noted({ audit, caller, address }: Work, { id, name }: Customer, fields: string[]): Promise<void> {
  await audit.add({
    action: 'customer-changed',
    by: { memberId: caller.memberId, name: caller.name },
    on: { kind: 'customer', id, name },
    detail: { fields: fields.join(' and ') },
    address,
  });
}

const scored = async (work: Work, customer: Customer): Promise<ScoredCustomer> =>
  (await scoreEach(work, [customer]))[0]!;
