import { expect, test } from 'vitest';
import { memberRoutes } from '#domain/members/routes.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { PaymentReportQuery } from '#domain/reports/payment-report.ts';
import { type PaymentGroup, reportOf } from '#domain/reports/report-of.ts';
import { aGroup as group } from '#domain/reports/testing/a-group.ts';
import { reportRoutes } from '#domain/reports/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const bela = { id: crypto.randomUUID(), name: 'Bela Ivers' };
const ring = { id: crypto.randomUUID(), title: 'Ring resize, N to P' };
const year = '?from=2026-01-01&to=2026-12-31';

const groups: Record<PaymentReportQuery['by'], PaymentGroup[]> = {
  month: [
    group({ key: '2026-01', count: 3, amount: 30_000, counted: 30_000 }),
    group({ key: '2026-03', status: 'partially-refunded', amount: 8000, refunded: 3000, counted: 5000 }),
    group({ key: '2026-03', status: 'pending', amount: 6000, counted: 0 }),
    group({ key: '2026-03', currency: 'INR', amount: 1_820_000, counted: 21_000 }),
  ],
  method: [group({ key: 'card' }), group({ status: 'pending', counted: 0 })],
  status: [group({ key: 'paid', count: 2 }), group({ key: 'failed', status: 'failed', counted: 0 })],
  task: [group({ key: ring.id, label: ring.title }), group({})],
  employee: [group({ key: bela.id, label: bela.name })],
};

/** Answers with these groups; what was asked for is told. */
function answerReports(answered = groups) {
  const asked: PaymentReportQuery[] = [];
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(reportRoutes.payments, ({ query }) => {
    asked.push(query);
    return reportOf(query, 'USD', answered[query.by]);
  });
  return asked;
}

const textsOf = (table: Element): string[][] =>
  [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
  );

test('F067 F332 by month: a line, and a table that says the same; currencies stand apart', async () => {
  signedInAs('admin');
  answerReports();
  const page = await renderPage(`/reports${year}`);
  const table = page.getByRole('table', { name: 'Payments by month' });
  await expect.element(table).toBeVisible();
  const rows = textsOf(table.element());
  expect(rows.slice(0, 3)).toEqual([
    ['January 2026', 'USD', '3', '$300.00', '$0.00', '$0.00', '$300.00'],
    ['February 2026', '', '0', '', '', '', '$0.00'],
    ['March 2026', 'All', '3', '', '', '', '$260.00'],
  ]);
  expect(rows.slice(3, 5)).toEqual([
    ['March 2026', 'USD', '2', '$80.00', '$30.00', '$60.00', '$50.00'],
    ['March 2026', 'INR', '1', '₹18,200.00', '₹0.00', '₹0.00', '$210.00'],
  ]);
  expect(rows.at(-3)).toEqual(['Total', 'All', '6', '', '', '', '$560.00']);
  await expect.element(page.getByText('of 6 payments')).toBeVisible();
  await expect.element(page.getByText('Feb', { exact: true })).toBeVisible();
  expect(document.querySelectorAll('.recharts-line-curve')).toHaveLength(1);
});

test('a row leads to the payments it is made of', async () => {
  signedInAs('admin');
  answerReports();
  const page = await renderPage(`/reports${year}`);
  const hrefOf = (name: string) => page.getByRole('link', { name, exact: true });
  await expect.element(hrefOf('January 2026')).toHaveAttribute('href', '/payments?from=2026-01-01&to=2026-01-31');
  await expect
    .element(hrefOf('March 2026, INR'))
    .toHaveAttribute('href', '/payments?from=2026-03-01&to=2026-03-31&currency=INR');

  const days = 'from=2026-01-01&to=2026-12-31';
  for (const [tab, name, search] of [
    ['By method', 'CARD', 'method=card'],
    ['By status', 'FAILED', 'status=failed'],
    ['By task', 'Ring resize, N to P', `task=${ring.id}`],
    ['By employee', 'Bela Ivers', `employee=${bela.id}`],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await expect.element(hrefOf(name)).toHaveAttribute('href', `/payments?${days}&${search}`);
  }
});

test('the tab and the days stand in the address, and are what is asked for and exported', async () => {
  signedInAs('manager');
  const asked = answerReports();
  const page = await renderPage('/reports');
  const today = dayIn('Europe/Oslo', new Date());
  await expect.poll(() => asked).toEqual([{ by: 'month', from: `${today.slice(0, 4)}-01-01`, to: today }]);

  await page.getByRole('tab', { name: 'By method' }).click();
  await page.getByRole('button', { name: /DATES/ }).click();
  await page.getByLabelText('From').fill('2026-01-01');
  await page.getByLabelText('To').fill('2026-03-31');
  expect(page.path()).toBe('/reports?by=method&from=2026-01-01&to=2026-03-31');
  await expect.poll(() => asked.at(-1)).toEqual({ by: 'method', from: '2026-01-01', to: '2026-03-31' });
  for (const kind of ['csv', 'xlsx']) {
    await expect
      .element(page.getByRole('link', { name: `Export ${kind.toUpperCase()}` }))
      .toHaveAttribute('href', `/api/reports/payments.${kind}?by=method&from=2026-01-01&to=2026-03-31`);
  }
});

test('bars show how many payments stand where', async () => {
  signedInAs('admin');
  answerReports();
  const page = await renderPage(`/reports${year}&by=status`);
  await expect.element(page.getByRole('region', { name: 'Payments by status' })).toBeVisible();
  await expect.poll(() => document.querySelectorAll('.recharts-bar-rectangle').length, { timeout: 5000 }).toBe(2);
});

test('a payment that comes changes the open report', async () => {
  signedInAs('admin');
  const answered = { ...groups, month: [group({ key: '2026-01' })] };
  answerReports(answered);
  const page = await renderPage(`/reports${year}`);
  await expect.element(page.getByText('of 1 payment')).toBeVisible();
  await goLive();
  answered.month = [group({ key: '2026-01', count: 2 })];
  sendLive({ kind: 'payments.changed', paymentId: crypto.randomUUID() });
  await expect.element(page.getByText('of 2 payments')).toBeVisible();
});

test('days without a payment say so; a failure can be tried again', async () => {
  signedInAs('admin');
  answerReports({ ...groups, month: [] });
  const page = await renderPage(`/reports${year}`);
  await expect.element(page.getByRole('heading', { name: 'No payment in these days' })).toBeVisible();

  answer(reportRoutes.payments, () => {
    throw new ProblemError({ type: 'about:blank', title: 'The report did not arrive', status: 400 });
  });
  await page.getByRole('tab', { name: 'By task' }).click();
  await expect.element(page.getByText('The report did not arrive')).toBeVisible();
  answerReports();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect.element(page.getByRole('link', { name: 'Ring resize, N to P' })).toBeVisible();
});

test('leaders find it in the navigation; it is not open to an employee', async () => {
  signedInAs('manager');
  answerReports();
  const page = await renderPage(`/reports${year}`);
  await expect.element(page.getByRole('navigation').getByRole('link', { name: 'Reports' })).toBeVisible();
  signedInAs('employee');
  const other = await renderPage('/reports');
  await expect.element(other.getByText('This page is not open to you')).toBeVisible();
});
