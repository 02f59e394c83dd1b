import { customerRoutes } from '#domain/customers/routes.ts';
import type { Page } from '#domain/kernel/page.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import type { PaymentReport, ReportBy } from '#domain/reports/payment-report.ts';
import { reportRoutes } from '#domain/reports/routes.ts';
import { type Figure, show } from './figures.ts';
import { askShapes } from './lists/ask.ts';
import { adminOf, startFilled } from './lists/filled.ts';
import { paymentsOf, shapes, sums, year } from './lists/shapes.ts';

/*
 * Lists at size: node infra/bench/lists.ts [folder] [times]. Each shape is asked 200 times, unless said otherwise, by one
 * caller at the functions host.
 */
const times = Number(process.argv[3] ?? 200);
const goal = { atMost: 60 };

await using stack = await startFilled(process.argv[2]);
const admin = await adminOf(stack.ready);
const ofOne = [
  ...paymentsOf('employeeId', await keysBy('employee')),
  ...paymentsOf('taskId', await keysBy('task')),
  ...paymentsOf('customerId', await payers()),
];
const figures: Figure[] = [
  ...(await askShapes(admin, [...shapes, ...ofOne], { times, goal })),
  ...(await askShapes(admin, sums, { times: Math.ceil(times / 10), goal: { atMost: 1000 } })),
];
for (const [what, route, query] of [
  ['all customers as CSV', customerRoutes.export, {}],
  ['all payments as CSV', paymentRoutes.export, {}],
  ['the payments of two months as a workbook', paymentRoutes.exportXlsx, { from: '2025-01-01', to: '2025-02-28' }],
] as const) {
  const begun = performance.now();
  const { status } = await admin.send(route, { query });
  if (status !== 200) throw new Error(`${what}: ${status}`);
  figures.push({ what, value: performance.now() - begun, unit: 'ms', goal: { atMost: 10_000 } });
}
show('Lists: 100,000 customers, 20,000 tasks, 100,000 payments', figures);

async function keysBy(by: ReportBy): Promise<string[]> {
  const { body } = await admin.send(reportRoutes.payments, { query: { by, ...year } });
  return (body as PaymentReport).rows.flatMap(({ key }) => (key === null || key === 'rest' ? [] : [key]));
}

async function payers(): Promise<string[]> {
  const { body } = await admin.send(paymentRoutes.list, { query: { limit: 200 } });
  return (body as Page<Payment>).items.map(({ customer }) => customer.id);
}
