import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn } from '#domain/kernel/time.ts';
import { type PaymentFilter, PaymentListQuery, PaymentSort } from '#domain/payments/list.ts';
import { isDue, ListedStatus, type Payment } from '#domain/payments/payment.ts';
import {
  everyPage,
  idsInOrder,
  isFound,
  oftenNot,
  someName,
  somePageSize,
  someQuestion,
} from '#functions/testing/list-model.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
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
    (!filter.employeeId || payment.employee?.id === filter.employeeId) &&
    (!filter.currency || payment.currency === filter.currency) &&
    (!filter.due || isDue(payment)) &&
    (!filter.status || filter.status.some((status) => status === payment.status)) &&
    (!filter.method || payment.method === filter.method) &&
    (!filter.from || dayOf(payment) >= filter.from) &&
    (!filter.to || dayOf(payment) <= filter.to);

const keys = {
  createdAt: (payment: Payment) => payment.createdAt,
  updatedAt: (payment: Payment) => payment.updatedAt,
  amount: (payment: Payment) => payment.amount,
};

const isOf =
  (customerId: string | null) =>
  ({ customer }: Payment): boolean =>
    customer.id === customerId;
const isBy =
  (memberId: string) =>
  ({ employee }: Payment): boolean =>
    employee?.id === memberId;

const ask = (query: object): PaymentListQuery => PaymentListQuery.parse(query);

test(
  'every filter, sort and page size gives what looking at each payment gives, and customers and employees their own',
  withCrm(async (crm) => {
    const [manager, customer, employee] = [
      await crm.work('manager'),
      await crm.work('customer'),
      await crm.work('employee'),
    ];
    const employees = [employee.caller.memberId, manager.newId()];
    const people = [customer.caller.customerId!, manager.newId()];
    const tasks = [manager.newId(), manager.newId()];
    const draft = fc.record({
      customer: fc.record({
        id: fc.constantFrom(...people),
        name: someName,
        email: fc.constantFrom('', 'ada@example.com', 'holt@berg.example'),
      }),
      task: fc.option(fc.record({ id: fc.constantFrom(...tasks), title: fc.constant('Ring') })),
      employee: fc.option(fc.record({ id: fc.constantFrom(...employees), name: fc.constant('Bela') })),
      currency: fc.constantFrom('USD', 'EUR'),
      isRequested: fc.boolean(),
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
      employeeId: oftenNot(fc.constantFrom(...employees)),
      currency: oftenNot(fc.constantFrom('USD', 'EUR')),
      due: oftenNot(fc.constant('1' as const)),
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
          const request = {
            by: { id: manager.caller.memberId, name: 'Ada' },
            at: '2026-03-01T12:00:00.000Z',
            dueOn: null,
          };
          const added = drafts.map(({ day, isRequested, ...one }) => {
            const paidOn = one.status === 'paid' ? day : null;
            return manager.payments.addNew(make.payment({ ...one, paidOn, request: isRequested ? request : null }));
          });
          all.push(...(await Promise.all(added)));
          for (const { limit, sort, ...filter } of queries) {
            for (const work of [manager, customer, employee]) {
              const { memberId, customerId } = work.caller;
              const isOwn = { manager: () => true, customer: isOf(customerId), employee: isBy(memberId) };
              const own = all.filter(isOwn[work.caller.role as keyof typeof isOwn]);
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
  'more than a thousand are counted to a thousand until somebody asks',
  withCrm(async (crm) => {
    const admin = await crm.work('admin');
    const { id, name } = await crm.addCustomer();
    const imported = { customer: { id, name, email: '' }, method: 'imported', paidOn: '2026-01-01' } as const;
    const rows = Array.from({ length: 1001 }, () => make.payment(imported));
    await admin.payments.addImported(rows.slice(0, 1000), admin.newId());
    expect(await countPayments(admin, {})).toEqual({ count: 1000, isCapped: false });
    await admin.payments.addImported(rows.slice(1000), admin.newId());
    expect(await countPayments(admin, {})).toEqual({ count: 1000, isCapped: true });
    expect(await countPayments(admin, { exact: '1' })).toEqual({ count: 1001, isCapped: false });
  }),
);
