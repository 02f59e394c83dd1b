import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn } from '#domain/kernel/time.ts';
import { type PaymentFilter, PaymentListQuery, PaymentSort } from '#domain/payments/list.ts';
import { ListedStatus, type Payment } from '#domain/payments/payment.ts';
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
import { withCrm } from '#functions/testing/with-crm.ts';
import { exportPayments } from './export-payments.ts';
import { countPayments, listPayments } from './list-payments.ts';

const zone = 'Europe/Oslo';
const statuses = ListedStatus.options;
const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
// Either side of midnight in Oslo.
const someMoment = fc.constantFrom('2026-03-01T22:59:59.999Z', '2026-03-01T23:00:00.000Z', '2026-03-02T12:00:00.000Z');

const dayOf = ({ paidOn, createdAt }: Payment): string => paidOn ?? dayIn(zone, new Date(createdAt));
const holds =
  (filter: PaymentFilter) =>
  (payment: Payment): boolean =>
    isFound(filter.q, payment.customer.name, payment.customer.email) &&
    (!filter.customerId || payment.customer.id === filter.customerId) &&
    (!filter.taskId || payment.task?.id === filter.taskId) &&
    (!filter.status || filter.status.some((status) => status === payment.status)) &&
    (!filter.method || payment.method === filter.method) &&
    (!filter.from || dayOf(payment) >= filter.from) &&
    (!filter.to || dayOf(payment) <= filter.to);

const keys = {
  createdAt: (payment: Payment) => payment.createdAt,
  updatedAt: (payment: Payment) => payment.updatedAt,
  amount: (payment: Payment) => payment.amount,
};

const ask = (query: object): PaymentListQuery => PaymentListQuery.parse(query);

test(
  'every filter, sort and page size gives what looking at each payment gives, and a customer their own',
  withCrm(async (crm) => {
    const [manager, customer] = [await crm.work('manager'), await crm.work('customer')];
    const people = [customer.caller.customerId!, manager.newId()];
    const tasks = [manager.newId(), manager.newId()];
    const draft = fc.record({
      customer: fc.record({
        id: fc.constantFrom(...people),
        name: someName,
        email: fc.constantFrom('', 'ada@example.com', 'holt@berg.example'),
      }),
      task: fc.option(fc.record({ id: fc.constantFrom(...tasks), title: fc.constant('Ring') })),
      amount: fc.constantFrom(100, 200, 300),
      status: fc.constantFrom(...statuses),
      method: fc.option(fc.constantFrom('card' as const, 'upi' as const, 'imported' as const)),
      createdAt: someMoment,
      updatedAt: someMoment,
      day: fc.constantFrom(...days),
    });
    const query = fc.record({
      q: someQuestion,
      customerId: oftenNot(fc.constantFrom(...people)),
      taskId: oftenNot(fc.constantFrom(...tasks)),
      status: oftenNot(fc.subarray(statuses, { minLength: 1 })),
      method: oftenNot(fc.constantFrom('card' as const, 'upi' as const, 'imported' as const)),
      from: oftenNot(fc.constantFrom(...days)),
      to: oftenNot(fc.constantFrom(...days)),
      sort: fc.constantFrom(...PaymentSort.def.innerType.options),
      limit: somePageSize,
    });

    const all: Payment[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(draft, { maxLength: 8 }),
        fc.array(query, { minLength: 6, maxLength: 6 }),
        async (drafts, queries) => {
          const added = drafts.map(({ day, ...one }) =>
            manager.payments.add({
              ...one,
              id: manager.newId(),
              currency: 'USD',
              failureReason: null,
              paidOn: one.status === 'paid' ? day : null,
            }),
          );
          all.push(...(await Promise.all(added)));
          for (const { limit, sort, ...filter } of queries) {
            for (const work of [manager, customer]) {
              const own = all.filter((payment) => work === manager || payment.customer.id === work.caller.customerId);
              const wanted = own.filter(holds(filter));
              const listed = await everyPage((at) => listPayments(work, ask({ ...filter, sort, ...at })), limit);
              expect(listed.map(({ id }) => id)).toEqual(idsInOrder(wanted, sort, keys));
              expect(await countPayments(work, filter)).toEqual({ count: wanted.length, isCapped: false });
            }
          }
        },
      ),
      { seed: 3, numRuns: 6, endOnFailure: true },
    );
  }),
);

test(
  'the file holds what the list holds, or the chosen ones of it, and no more than the caller may see',
  withCrm(async (crm) => {
    const [admin, customer, other] = [await crm.work('admin'), await crm.work('customer'), await crm.work('customer')];
    const ids: string[] = [];
    for (const [work, name, amount] of [
      [customer, '=Ada', 10_050],
      [other, 'Holm, Nils', 5],
      [customer, 'Ada', 100],
    ] as const) {
      const { id } = await admin.payments.add({
        id: admin.newId(),
        customer: { id: work.caller.customerId!, name, email: 'a@example.com' },
        task: null,
        amount,
        currency: 'USD',
        status: 'paid',
        method: 'card',
        failureReason: null,
        createdAt: '2026-03-02T12:00:00.000Z',
        updatedAt: '2026-03-02T12:00:00.000Z',
        paidOn: '2026-03-02',
      });
      ids.push(id);
    }
    const fileOf = async (work: typeof admin, query: { ids?: string[]; q?: string }) => {
      return (await linesOf(await exportPayments(work, { ...query, sort: 'amount' }))).slice(1, -1);
    };
    const rest = (id: string) =>
      `USD,card,COMPLETED,2026-03-02,2026-03-02T12:00:00.000Z,2026-03-02T12:00:00.000Z,${id}`;
    expect(await fileOf(admin, {})).toEqual([
      `"Holm, Nils",a@example.com,,0.05,${rest(ids[1]!)}`,
      `Ada,a@example.com,,1.00,${rest(ids[2]!)}`,
      `'=Ada,a@example.com,,100.50,${rest(ids[0]!)}`,
    ]);
    expect(await fileOf(admin, { ids: [ids[2]!, ids[1]!], q: 'holm' })).toHaveLength(1);
    expect(await fileOf(customer, {})).toHaveLength(2);
    expect(await fileOf(customer, { ids })).toHaveLength(2);
  }),
);

test(
  'more than a thousand are counted to a thousand until somebody asks',
  withCrm(async (crm) => {
    const admin = await crm.work('admin');
    const { id, name } = await crm.addCustomer();
    const rows = Array.from({ length: 1001 }, () => ({
      id: admin.newId(),
      customer: { id, name, email: '' },
      task: null,
      amount: 100,
      currency: 'USD',
      status: 'paid' as const,
      method: 'imported' as const,
      failureReason: null,
      createdAt: '2026-01-01T12:00:00.000Z',
      updatedAt: '2026-01-01T12:00:00.000Z',
      paidOn: '2026-01-01',
    }));
    await admin.payments.addImported(rows.slice(0, 1000), admin.newId());
    expect(await countPayments(admin, {})).toEqual({ count: 1000, isCapped: false });
    await admin.payments.addImported(rows.slice(1000), admin.newId());
    expect(await countPayments(admin, {})).toEqual({ count: 1000, isCapped: true });
    expect(await countPayments(admin, { exact: '1' })).toEqual({ count: 1001, isCapped: false });
  }),
);
