import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn } from '#domain/kernel/time.ts';
import { isReceived, ListedStatus, type Payment, PaymentMethod } from '#domain/payments/payment.ts';
import { PaymentReport, ReportBy } from '#domain/reports/payment-report.ts';
import { newStoredPayment } from '#functions/payments/stored-payment.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { reportPayments } from './report-payments.ts';

const zone = 'Europe/Oslo';
const range = { from: '2026-01-01', to: '2026-12-31' };
// Either side of midnight in Oslo at the end of a month, in summer and in winter, and far from it.
const someMoment = fc.constantFrom(
  '2025-12-31T22:59:59.999Z',
  '2025-12-31T23:00:00.000Z',
  '2026-03-31T21:59:59.999Z',
  '2026-03-31T22:00:00.000Z',
  '2026-11-30T22:59:30.000Z',
  '2026-11-30T23:00:00.000Z',
  '2026-12-31T23:00:00.000Z',
  '2026-07-15T12:00:00.000Z',
);
const people = ['Ada', 'Bela'].map((name) => ({ id: crypto.randomUUID(), name }));
const tasks = ['Ring', 'Watch'].map((title) => ({ id: crypto.randomUUID(), title }));
const unlike = { status: ListedStatus.exclude(['paid', 'partially-refunded', 'refunded', 'disputed']) };

const someFacts = fc.record({
  amount: fc.integer({ min: 1, max: 100_000 }),
  currency: fc.constantFrom('USD', 'USD', 'JPY', 'KWD'),
  method: fc.option(fc.constantFrom(...PaymentMethod.options)),
  task: fc.option(fc.constantFrom(...tasks)),
  employee: fc.option(fc.constantFrom(...people)),
  createdAt: someMoment,
});
const someUnpaid = fc.record({ status: fc.constantFrom(...unlike.status.options) });
const somePaid = fc.record({
  status: fc.constantFrom('paid' as const, 'partially-refunded' as const, 'refunded' as const, 'disputed' as const),
  paidOn: fc.constantFrom('2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31', '2027-01-01'),
  refunded: fc.integer({ min: 0, max: 500 }),
  counted: fc.option(fc.integer({ min: 1, max: 50_000 })),
});
const somePayment = fc
  .tuple(someFacts, fc.oneof(someUnpaid, somePaid))
  .map(([facts, standing]) => ({ ...facts, ...standing }));

const dayOf = ({ paidOn, createdAt }: Payment): string => paidOn ?? dayIn(zone, new Date(createdAt));
const keys: Record<ReportBy, (payment: Payment) => string | null> = {
  month: (payment) => dayOf(payment).slice(0, 7),
  method: ({ method }) => method,
  status: ({ status }) => status,
  task: ({ task }) => task && task.id,
  employee: ({ employee }) => employee && employee.id,
};
const total = (payments: Payment[], of: (payment: Payment) => number) =>
  payments.reduce((sum, one) => sum + of(one), 0);

/** Looking at each payment by itself. */
function sumsOf(payments: Payment[]) {
  const sums = [...Map.groupBy(payments, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    count: own.length,
    amount: total(own.filter(isReceived), ({ amount }) => amount),
    refunded: total(own, ({ refunded }) => refunded),
    unpaid: total(
      own.filter((one) => !isReceived(one)),
      ({ amount }) => amount,
    ),
    counted: total(own, ({ counted }) => counted ?? 0),
  }));
  return { sums: expect.toSatisfy((given: { currency: string }[]) => same(given, sums)), count: payments.length };
}
const byCurrency = (a: { currency: string }, b: { currency: string }) => a.currency.localeCompare(b.currency);
const same = (a: { currency: string }[], b: { currency: string }[]) =>
  JSON.stringify(a.toSorted(byCurrency)) === JSON.stringify(b.toSorted(byCurrency));

test(
  'F307 F332 each report says what looking at each payment says, with the day in the zone of the business',
  withCrm(async (crm) => {
    const admin = await crm.work('admin');
    const customer = { id: admin.newId(), name: 'Dipika', email: 'dipika@example.com' };
    const all: Payment[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(somePayment, { minLength: 10, maxLength: 30 }), async (drafts) => {
        const added = drafts.map((draft) =>
          admin.payments.addNew(newStoredPayment({ ...draft, id: admin.newId(), customer })),
        );
        all.push(...(await Promise.all(added)));
        const wanted = all.filter((payment) => dayOf(payment) >= range.from && dayOf(payment) <= range.to);
        for (const by of ReportBy.options) {
          const report = PaymentReport.parse(await reportPayments(admin, { by, ...range }));
          const rows = Map.groupBy(wanted, keys[by]);
          const found = report.rows.filter(({ count }) => count > 0);
          expect(found).toHaveLength(rows.size);
          for (const row of found) expect(row).toMatchObject(sumsOf(rows.get(row.key)!));
          expect(report.totals).toMatchObject(sumsOf(wanted));
        }
      }),
      { seed: 5, numRuns: 6, endOnFailure: true },
    );
    const { rows } = await reportPayments(admin, { by: 'employee', ...range });
    expect(rows.map(({ label }) => label).toSorted()).toEqual(['Ada', 'Bela', 'Nobody']);
  }),
);

test(
  'of another business and of an undone import a report says nothing',
  withCrm(async (crm) => {
    const [admin, other] = [await crm.work('admin'), crm.system().in(crm.system().newId())];
    const customer = { id: admin.newId(), name: 'Dipika', email: 'dipika@example.com' };
    const paid = {
      customer,
      amount: 100,
      currency: 'USD',
      paidOn: '2026-05-01',
      counted: 100,
      createdAt: '2026-05-01T10:00:00.000Z',
    };
    await other.payments.addNew(newStoredPayment({ ...paid, id: admin.newId(), status: 'paid' }));
    await admin.payments.addNew(newStoredPayment({ ...paid, id: admin.newId(), status: 'withdrawn' }));
    expect((await reportPayments(admin, { by: 'month', ...range })).totals).toEqual({ sums: [], counted: 0, count: 0 });
  }),
);
