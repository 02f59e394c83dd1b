import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Customer, Measures } from '#domain/customers/customer.ts';
import { type CustomerFilter, CustomerListQuery, CustomerSort } from '#domain/customers/list.ts';
import { payersOf, withMeasures } from '#domain/segments/payers.ts';
import { scoreCustomer } from '#domain/segments/score-customer.ts';
import { type ScoredCustomer, SegmentName } from '#domain/segments/segment.ts';
import { usualSettings } from '#domain/segments/settings.ts';
import { summarise } from '#domain/segments/summarise.ts';
import {
  everyPage,
  idsInOrder,
  isFound,
  linesOf,
  oftenNot,
  someName,
  somePageSize,
  someQuestion,
} from '#functions/testing/list-model.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { exportCustomers } from './export-customers.ts';
import { countCustomers, listCustomers } from './list-customers.ts';

const ask = (query: object): CustomerListQuery => CustomerListQuery.parse(query);
const holds =
  ({ q, segment, account }: CustomerFilter) =>
  (customer: ScoredCustomer): boolean =>
    isFound(q, customer.name, customer.email, customer.reference) &&
    (!segment || customer.segment === segment) &&
    (!account || (customer.memberId ? 'yes' : 'no') === account);

const keys = {
  name: ({ name }: Customer) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
  lastPaidOn: ({ measures }: Customer) => measures && measures.lastPaidOn,
  frequency: ({ measures }: Customer) => measures && measures.frequency,
  monetary: ({ measures }: Customer) => measures && measures.monetary,
};

const { bins, scheme, weights } = usualSettings;
const today = '2026-03-02';

const someMeasures = fc.record({
  firstPaidOn: fc.constant('2026-02-27'),
  lastPaidOn: fc.constantFrom('2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'),
  days: fc.constant(1),
  frequency: fc.integer({ min: 1, max: 4 }),
  monetary: fc.constantFrom(0, 100, 200, 300),
  market: fc.constantFrom(null, 9, 11),
  bornOn: fc.constant(null),
});
type Draft = {
  name: string;
  email: string | null;
  reference: string | null;
  hasMember: boolean;
  measures: Measures | null;
};
const draft = fc.record({
  name: someName,
  email: fc.option(fc.constantFrom('ada@example.com', 'holt@berg.example')),
  reference: fc.option(fc.constantFrom('00042', 'A-1')),
  hasMember: fc.boolean(),
  measures: fc.option(someMeasures),
});
const query = fc.record({
  q: someQuestion,
  segment: oftenNot(fc.constantFrom(...SegmentName.options)),
  account: oftenNot(fc.constantFrom('yes' as const, 'no' as const)),
  sort: fc.constantFrom(...CustomerSort.def.innerType.options),
  limit: somePageSize,
});

test(
  'every filter, sort and page size gives what looking at each customer gives, from before the first payment on',
  withCrm(async (crm) => {
    const work = { ...(await crm.work('admin')), now: () => new Date('2026-03-02T12:00:00Z') };
    const { customers, segments, newId } = work;
    const measured = new Map<string, Measures>();
    const ids: string[] = [];
    let version = 0;

    const add = async ({ hasMember, measures, ...one }: Draft) => {
      const memberId = hasMember ? newId() : null;
      const { id } = await customers.add({
        ...one,
        id: newId(),
        memberId,
        owner: null,
        place: null,
        bornOn: null,
        measures: null,
        createdAt: '2026-03-02T09:00:00.000Z',
      });
      ids.push(id);
      if (measures) measured.set(id, measures);
    };

    await fc.assert(
      fc.asyncProperty(
        fc.array(draft, { maxLength: 8 }),
        fc.array(query, { minLength: 9, maxLength: 9 }),
        async (drafts, queries) => {
          for (const one of drafts) await add(one);
          const summary = summarise(withMeasures(payersOf(0), measured), { bins, today });
          version += 1;
          await customers.setMeasures(measured, version);
          await segments.replaceSummary({ version, updatedAt: null, day: today, ...summary });
          const stored = await Promise.all(ids.map((id) => customers.get(id)));
          const all = stored.map((customer) => scoreCustomer(customer, { cuts: summary.cuts, scheme, weights, today }));

          for (const { limit, sort, ...filter } of queries) {
            const wanted = all.filter(holds(filter));
            const listed = await everyPage((at) => listCustomers(work, ask({ ...filter, sort, ...at })), limit);
            expect(listed.map(({ id }) => id)).toEqual(idsInOrder(wanted, sort, keys));
            expect(await countCustomers(work, filter)).toEqual({ count: wanted.length, isCapped: false });
          }
        },
      ),
      { seed: 3, numRuns: 6, endOnFailure: true },
    );
  }),
);

test(
  'who never paid stands last from the highest down, and first from the lowest up',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    const [paid, never] = [await crm.addCustomer(), await crm.addCustomer()];
    await work.customers.setMeasures(new Map([[paid.id, make.measures({ monetary: 0 })]]), 1);
    for (const sort of ['lastPaidOn', 'frequency', 'monetary'] as const) {
      const up = (await listCustomers(work, ask({ sort }))).items.map(({ id }) => id);
      const down = (await listCustomers(work, ask({ sort: `-${sort}` }))).items.map(({ id }) => id);
      expect([up, down]).toEqual([
        [never.id, paid.id],
        [paid.id, never.id],
      ]);
    }
  }),
);

test(
  'the file holds what the list holds, scored, and formulas in names do nothing',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    const add = (name: string) =>
      work.customers.add({
        id: work.newId(),
        name,
        email: null,
        reference: '00042',
        memberId: null,
        owner: null,
        place: { townId: 3143244, name: 'Oslo', region: '', country: 'NO', population: 580_000 },
        bornOn: '1990-05-17',
        measures: null,
        createdAt: '2026-03-02T09:00:00.000Z',
      });
    const [formula, plain] = [await add('=1+1'), await add('Ada')];
    const file = await exportCustomers(work, { sort: 'name' });
    expect(file.fileName).toMatch(/^customers-\d{4}-\d\d-\d\d\.csv$/);
    expect(await linesOf(file)).toEqual([
      '\uFEFFName,Email,Reference,Account,Place,Country,Born on,Segment,Last paid on,Payments,Total,Currency,Created at,Id',
      `'=1+1,,00042,no,Oslo,NO,1990-05-17,No Purchases,,,,USD,2026-03-02T09:00:00.000Z,${formula.id}`,
      `Ada,,00042,no,Oslo,NO,1990-05-17,No Purchases,,,,USD,2026-03-02T09:00:00.000Z,${plain.id}`,
      '',
    ]);
    const chosen = await exportCustomers(work, { sort: 'name', ids: [plain.id] });
    expect(await linesOf(chosen)).toHaveLength(3);
  }),
);
