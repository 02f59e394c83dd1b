import type { CustomerFilter, CustomerSort } from '#domain/customers/list.ts';
import { csvLine, csvStart } from '#domain/kernel/list-csv.ts';
import type { ProducedFile } from '#domain/kernel/route.ts';
import { amountText } from '#domain/kernel/list-amount.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { scoreEach } from '#functions/segments/score-each.ts';
import { currentRules } from '#functions/segments/segment-rules.ts';
import type { Work } from '#functions/work.ts';
import { wantedOf } from './list-customers.ts';

type Asked = CustomerFilter & { ids?: string[] | undefined; sort: CustomerSort };

const head = [
  'Name',
  'Email',
  'Reference',
  'Account',
  'Place',
  'Country',
  'Born on',
  'Segment',
  'Last paid on',
  'Payments',
  'Total',
  'Currency',
  'Created at',
  'Id',
];

/** The list as a file, all of it by the rules that stood when it was asked for. */
export async function exportCustomers(work: Work, { ids, sort, ...filter }: Asked): Promise<ProducedFile> {
  const { currency, timeZone } = await work.workspace.get();
  const rules = await currentRules(work);
  const pages = work.customers.all({ ...wantedOf(filter, rules), ids }, sort);
  return { fileName: `customers-${dayIn(timeZone, work.now())}.csv`, text: lines() };

  async function* lines(): AsyncIterable<string> {
    yield csvStart + csvLine(head);
    for await (const page of pages) {
      const scored = await scoreEach(work, page, rules);
      yield scored.map((customer) => lineOf(customer, currency)).join('');
    }
  }
}

const lineOf = ({ measures, ...customer }: ScoredCustomer, currency: string): string =>
  csvLine([
    customer.name,
    customer.email,
    customer.reference,
    customer.memberId ? 'yes' : 'no',
    customer.place && customer.place.name,
    customer.place && customer.place.country,
    customer.bornOn,
    customer.segment,
    measures && measures.lastPaidOn,
    measures && measures.frequency,
    measures && amountText({ amount: measures.monetary, currency }),
    currency,
    customer.createdAt,
    customer.id,
  ]);
