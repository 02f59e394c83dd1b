import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { newStoredPayment } from '#functions/payments/stored-payment.ts';
import { linesOf } from '#functions/testing/list-model.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { exportReport, exportReportWorkbook } from './export-report.ts';

const query = { by: 'task', from: '2026-01-01', to: '2026-12-31' } as const;

test(
  'F332 a report as CSV and as a workbook: a line for each currency, and the totals',
  withCrm(async (crm) => {
    const admin = await crm.work('admin');
    const customer = { id: admin.newId(), name: 'Dipika', email: 'dipika@example.com' };
    const task = { id: admin.newId(), title: '=Ring' };
    const paid = {
      customer,
      task,
      status: 'paid',
      paidOn: '2026-05-01',
      createdAt: '2026-05-01T10:00:00.000Z',
    } as const;
    for (const money of [
      { amount: 10_050, currency: 'USD', counted: 10_050 },
      { amount: 5000, currency: 'JPY', counted: 3300 },
    ])
      await admin.payments.addNew(newStoredPayment({ ...paid, ...money, id: admin.newId() }));

    const csv = await exportReport(admin, query);
    expect(csv.fileName).toBe('payments-by-task-2026-01-01-2026-12-31.csv');
    expect(await linesOf(csv)).toEqual([
      '\uFEFFTask,Currency,Payments,Received,Refunded,Not received,Counts in USD',
      "'=Ring,USD,1,100.50,0.00,0.00,100.50",
      "'=Ring,JPY,1,5000,0,0,33.00",
      'Total,USD,1,100.50,0.00,0.00,100.50',
      'Total,JPY,1,5000,0,0,33.00',
      '',
    ]);
    const { bytes } = await exportReportWorkbook(admin, query);
    const file = await new Response(bytes as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer();
    expect((await readSheet(Buffer.from(file))).slice(1, 3)).toEqual([
      ['=Ring', 'USD', 1, 100.5, 0, 0, 100.5],
      ['=Ring', 'JPY', 1, 5000, 0, 0, 33],
    ]);
  }),
);
