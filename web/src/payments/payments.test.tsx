import { expect, test } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerPayments } from '#web/testing/answer-payments.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { make } from '#web/testing/make.ts';
import { makeRequested } from '#web/testing/make-payment.ts';
import { makeScored } from '#web/testing/make-scored.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const [dipika, noor] = [makeScored(), makeScored({ name: 'Noor Elbazi', email: 'noor@example.com' })];
const of = ({ id, name, email }: typeof dipika) => ({ id, name, email: email ?? '' });
const today = new Date().toISOString().slice(0, 10);
const paid = make.payment({ customer: of(dipika), amount: 24_000, receiptNumber: 412, paidOn: today });
const failed = make.payment({ customer: of(noor), amount: 6500, status: 'failed', paidOn: null });

function asAdmin(payments = [paid, failed]) {
  signedInAs('admin');
  return answerPayments({ payments, customers: [dipika, noor] });
}

const tiles = () =>
  [...document.querySelectorAll('[aria-label=Totals] dl > div')].map((tile) =>
    [...tile.children].map(({ textContent }) => textContent).join(': '),
  );

test('F217 F219 to F224: the history stands in its columns, then the task and the receipt', async () => {
  asAdmin();
  const page = await renderPage('/payments');

  const table = page.getByRole('table', { name: 'Payments' });
  await expect.element(table.getByRole('cell', { name: '$240.00' })).toBeVisible();
  await expect.element(table.getByRole('cell', { name: 'FAILED' })).toBeVisible();
  await expect
    .element(table.getByRole('link', { name: 'Receipt of Dipika Sarraf' }))
    .toHaveAttribute('href', `/receipts/${paid.id}`);
  expect(table.getByRole('link', { name: 'Receipt of Noor Elbazi' }).elements()).toEqual([]);
  expect([...table.element().querySelectorAll('th')].map((head) => head.textContent)).toEqual([
    '',
    'User Name',
    'Amount',
    'Currency',
    'Payment Method',
    'Status',
    'Created At',
    'Updated At',
    'Task',
    'Receipt',
  ]);
});

test('F218: Select User shows one customer’s payments, and a link shows the same', async () => {
  asAdmin();
  const page = await renderPage('/payments');
  await page.getByRole('combobox', { name: 'Select User' }).click();
  await page.getByRole('option', { name: /Noor Elbazi/ }).click();

  await expect.element(page.getByRole('cell', { name: '$65.00' })).toBeVisible();
  await expect.element(page.getByRole('cell', { name: '$240.00' })).not.toBeInTheDocument();
  expect(page.path()).toBe(`/payments?customer=${noor.id}`);
});

test('a link to one customer’s payments names the customer in the field', async () => {
  asAdmin();
  const page = await renderPage(`/payments?customer=${dipika.id}`);
  await expect
    .element(page.getByRole('combobox', { name: 'Select User' }))
    .toHaveValue('Dipika Sarraf · dipika@example.com');
  await expect.element(page.getByRole('cell', { name: '$240.00' })).toBeVisible();
});

test('W16 the search finds a payment by the customer’s e-mail address', async () => {
  asAdmin();
  const page = await renderPage('/payments?q=noor@example');
  await expect.element(page.getByRole('cell', { name: '$65.00' })).toBeVisible();
  await expect.element(page.getByRole('cell', { name: '$240.00' })).not.toBeInTheDocument();
});

test('F158: more payments come as one scrolls', async () => {
  asAdmin();
  answer(paymentRoutes.count, { count: 2, isCapped: false });
  answer(paymentRoutes.list, ({ query }) =>
    query.cursor ? { items: [failed], nextCursor: null } : { items: [paid], nextCursor: 'next' },
  );
  const page = await renderPage('/payments');
  await expect.element(page.getByRole('cell', { name: '$65.00' })).toBeVisible();
  await expect.element(page.getByText('1-2 of 2')).toBeVisible();
});

test('the payments of several statuses stand in the address as words', async () => {
  const stored = asAdmin();
  const page = await renderPage('/payments');
  await page.getByRole('button', { name: 'STATUS' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'FAILED' }).click();
  await expect.element(page.getByRole('cell', { name: '$240.00' })).not.toBeInTheDocument();
  await page.getByRole('menuitemcheckbox', { name: 'COMPLETED' }).click();

  await expect.element(page.getByRole('cell', { name: '$240.00' })).toBeVisible();
  expect(page.path()).toBe('/payments?status=failed%2Cpaid');
  expect(stored.asked.at(-1)?.status).toEqual(['failed', 'paid']);
});

test('F332: the dates are words that move with today, or days', async () => {
  const old = make.payment({ customer: of(dipika), amount: 100, paidOn: '2025-01-10' });
  asAdmin([paid, old]);
  const page = await renderPage('/payments');
  await expect.element(page.getByRole('cell', { name: '$1.00', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'DATES' }).click();
  await page.getByRole('radio', { name: 'Last 30 days' }).click();
  await expect.element(page.getByRole('cell', { name: '$1.00', exact: true })).not.toBeInTheDocument();
  expect(page.path()).toBe('/payments?period=last-30-days');

  await page.getByLabelText('From').fill('2025-01-01');
  await page.getByRole('textbox', { name: 'To' }).fill('2025-01-31');
  await expect.element(page.getByRole('cell', { name: '$1.00', exact: true })).toBeVisible();
  await expect.element(page.getByText('1 Jan 2025 – 31 Jan 2025, USD')).toBeVisible();
  expect(page.path()).toBe('/payments?from=2025-01-01&to=2025-01-31');
});

test('the payments of one currency, and of a method', async () => {
  const rupees = make.payment({ customer: of(noor), amount: 450_000, currency: 'INR', method: 'upi' });
  asAdmin([paid, rupees]);
  const page = await renderPage('/payments?method=upi');
  await expect.element(page.getByRole('cell', { name: '₹4,500.00' })).toBeVisible();
  await page.getByRole('button', { name: 'CURRENCY' }).click();
  await page.getByRole('menuitemradio', { name: 'USD' }).click();
  await expect.element(page.getByRole('heading', { name: 'No payment matches UPI and USD' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect.element(page.getByRole('cell', { name: '$240.00' })).toBeVisible();
});

test('a task that a link asks for is named, and can be let go of', async () => {
  const task = make.task();
  const forTask = make.payment({ customer: of(dipika), task: { id: task.id, title: task.title }, amount: 777 });
  signedInAs('admin');
  answerPayments({ payments: [paid, forTask], tasks: [task] });
  const page = await renderPage(`/payments?task=${task.id}`);
  await expect.element(page.getByRole('cell', { name: '$7.77' })).toBeVisible();
  await expect.element(page.getByRole('cell', { name: '$240.00' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: /clear this filter/ }).click();
  await expect.element(page.getByRole('cell', { name: '$240.00' })).toBeVisible();
});

test('D the tiles say what came, is waited for and went back, each currency by itself', async () => {
  asAdmin([
    paid,
    make.payment({ amount: 10_000, status: 'partially-refunded', refunded: 4000, paidOn: today }),
    make.payment({ amount: 1_820_000, currency: 'INR', method: 'upi', paidOn: today }),
    makeRequested({ amount: 6000, createdAt: new Date().toISOString() }),
  ]);
  const page = await renderPage('/payments');
  await expect.element(page.getByRole('region', { name: 'Totals' })).toBeVisible();
  await expect
    .poll(tiles)
    .toEqual(['Last 30 days, USD: $340.00', 'Last 30 days, INR: ₹18,200.00', 'Pending: $60.00', 'Refunded: $40.00']);
});

test('tiles that could not be read offer Retry, and the list stands', async () => {
  asAdmin();
  answer(paymentRoutes.totals, () => {
    throw problems.conflict('The sums are being made');
  });
  const page = await renderPage('/payments');
  await expect.element(page.getByText('The sums are being made')).toBeVisible();
  await expect.element(page.getByRole('cell', { name: '$240.00' })).toBeVisible();
  answer(paymentRoutes.totals, { items: [] });
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect.poll(tiles).toContain('Last 30 days, USD: $0.00');
});

test('the whole filtered list is exported as CSV and as a workbook', async () => {
  asAdmin();
  const page = await renderPage('/payments?status=paid&currency=USD&sort=-amount');
  await page.getByRole('button', { name: 'Export' }).click();
  const query = 'status=paid&currency=USD&sort=-amount';
  await expect
    .element(page.getByRole('menuitem', { name: 'CSV', exact: true }))
    .toHaveAttribute('href', `/api/payments/export?${query}`);
  await expect
    .element(page.getByRole('menuitem', { name: 'XLSX (Excel)' }))
    .toHaveAttribute('href', `/api/payments/export.xlsx?${query}`);
});

test('a new payment slides in, and the tiles follow, without a reload', async () => {
  const stored = asAdmin();
  const page = await renderPage('/payments');
  await expect.element(page.getByRole('cell', { name: '$240.00' })).toBeVisible();
  await goLive();
  const next = make.payment({ customer: of(noor), amount: 9000, paidOn: today });
  stored.payments = [next, ...stored.payments];
  sendLive({ kind: 'payments.changed', paymentId: next.id });
  await expect.element(page.getByRole('cell', { name: '$90.00' })).toBeVisible();
  await expect.poll(tiles).toContain('Last 30 days, USD: $330.00');
});

test('a business without a payment is told what will be here, and asks for the first one', async () => {
  asAdmin([]);
  const page = await renderPage('/payments');
  await expect.element(page.getByRole('heading', { name: 'The first payment goes here' })).toBeVisible();
  await page.getByRole('button', { name: 'Request payment' }).last().click();
  await expect.element(page.getByRole('dialog', { name: 'Request payment' })).toBeVisible();
});

test('an employee has the page too, for the payments of their own work', async () => {
  signedInAs('employee');
  const task = make.task();
  const stored = answerPayments({
    payments: [make.payment({ customer: task.customer, amount: 4200, receiptNumber: 1 })],
    tasks: [task],
  });
  const page = await renderPage('/payments');
  await expect.element(page.getByRole('cell', { name: '$42.00' })).toBeVisible();
  // They may not list customers: those of their own tasks are offered.
  await page.getByRole('combobox', { name: 'Select User' }).click();
  await page.getByRole('option', { name: /Dipika Sarraf/ }).click();
  await expect.poll(() => stored.asked.at(-1)?.customerId).toBe(task.customer.id);
});
