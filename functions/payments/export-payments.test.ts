import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { ProducedBytes } from '#domain/kernel/route.ts';
import { linesOf } from '#functions/testing/list-model.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { exportPayments, exportWorkbook } from './export-payments.ts';
import { totalPayments } from './payment-totals.ts';
import { newStoredPayment } from './stored-payment.ts';

const employee = { id: crypto.randomUUID(), name: 'Bela' };
const task = { id: crypto.randomUUID(), title: 'Ring' };

/** Three payments of two customers; the second by an employee's task, in yen, partly refunded. */
async function threePayments(crm: Crm) {
  const [admin, customer, other] = [await crm.work('admin'), await crm.work('customer'), await crm.work('customer')];
  const made = { createdAt: '2026-03-02T12:00:00.000Z', status: 'paid', method: 'card', paidOn: '2026-03-02' } as const;
  const whose = (work: Work, name: string) => ({ id: work.caller.customerId!, name, email: 'a@example.com' });
  const yen = {
    amount: 5000,
    currency: 'JPY',
    status: 'partially-refunded',
    refunded: 1000,
    base: { amount: 3300, currency: 'USD', rate: '0.0066' },
    counted: 2640,
    receiptNumber: 7,
    purpose: 'Deposit',
    employee,
    task,
  } as const;
  const drafts = [
    { ...made, customer: whose(customer, '=Ada'), amount: 10_050, currency: 'USD' },
    { ...made, customer: whose(other, 'Holm, Nils'), ...yen },
    { ...made, customer: whose(customer, 'Ada'), amount: 100, currency: 'USD' },
  ];
  const ids: string[] = [];
  for (const draft of drafts)
    ids.push((await admin.payments.addNew(newStoredPayment({ ...draft, id: admin.newId() }))).id);
  return { admin, customer, ids };
}

test(
  'W16 the file holds what the list holds, or the chosen ones of it, and no more than the caller may see',
  withCrm(async (crm) => {
    const { admin, customer, ids } = await threePayments(crm);
    const fileOf = async (work: Work, query: { ids?: string[]; q?: string }) =>
      (await linesOf(await exportPayments(work, { ...query, sort: 'amount' }))).slice(1, -1);
    const rest = (id: string) => `2026-03-02T12:00:00.000Z,2026-03-02T12:00:00.000Z,${id}`;
    expect(await fileOf(admin, {})).toEqual([
      `Ada,a@example.com,,,,1.00,USD,0.00,,,card,COMPLETED,2026-03-02,,${rest(ids[2]!)}`,
      `"Holm, Nils",a@example.com,Ring,Deposit,Bela,5000,JPY,1000,33.00,USD,card,PARTIALLY REFUNDED,2026-03-02,7,${rest(ids[1]!)}`,
      `'=Ada,a@example.com,,,,100.50,USD,0.00,,,card,COMPLETED,2026-03-02,,${rest(ids[0]!)}`,
    ]);
    expect(await fileOf(admin, { ids: [ids[2]!, ids[1]!], q: 'holm' })).toHaveLength(1);
    expect(await fileOf(customer, {})).toHaveLength(2);
    expect(await fileOf(customer, { ids })).toHaveLength(2);
  }),
);

test(
  'the same as a workbook',
  withCrm(async (crm) => {
    const { admin, customer } = await threePayments(crm);
    const [head, ...rows] = await sheetOf(await exportWorkbook(admin, { sort: '-amount' }));
    const amount = head!.indexOf('Amount');
    expect(rows.map((row) => row[amount])).toEqual([100.5, 5000, 1]);
    expect(await sheetOf(await exportWorkbook(customer, { sort: 'amount' }))).toHaveLength(3);
  }),
);

const sheetOf = async ({ bytes }: ProducedBytes) =>
  readSheet(Buffer.from(await new Response(bytes as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer()));

test(
  'a workbook of more than 10,000 is refused with what to do instead, before anything is read',
  withCrm(async (crm) => {
    const admin = await crm.work('admin');
    const many = { ...admin, payments: { ...admin.payments, count: async () => ({ count: 10_001, isCapped: false }) } };
    expect(await refusalOf(exportWorkbook(many, { sort: 'amount' }))).toMatchObject({
      type: '/problems/too-many-rows',
      status: 422,
      detail: '10,001 rows were asked for; a workbook holds 10,000. Narrow the list down, or take it as CSV.',
    });
  }),
);

test(
  'Q13 the totals of a list keep currencies apart, follow its filters, and hold only what the caller may see',
  withCrm(async (crm) => {
    const { admin, customer } = await threePayments(crm);
    const dollars = { currency: 'USD', status: 'paid', count: 2, amount: 10_150, refunded: 0 };
    const yen = { currency: 'JPY', status: 'partially-refunded', count: 1, amount: 5000, refunded: 1000 };
    const totals = await totalPayments(admin, {});
    expect(totals.items.toSorted((a, b) => b.count - a.count)).toEqual([dollars, yen]);
    expect(await totalPayments(admin, { currency: 'JPY', from: '2026-03-01' })).toEqual({ items: [yen] });
    expect(await totalPayments(admin, { to: '2026-03-01' })).toEqual({ items: [] });
    expect(await totalPayments(customer, {})).toEqual({ items: [dollars] });
  }),
);
