import { expect, test } from 'vitest';
import { customerRoutes } from '#domain/customers/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { make } from '#web/testing/make.ts';
import { makeScored } from '#web/testing/make-scored.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const [dipika, noor] = [makeScored(), makeScored({ name: 'Noor Elbazi', email: 'noor@example.com' })];
const of = ({ id, name, email }: typeof dipika) => ({ id, name, email: email ?? '' });
const all = [
  make.payment({ customer: of(dipika), amount: 24_000 }),
  make.payment({ customer: of(noor), amount: 6500, status: 'failed' }),
];

function answerPayments() {
  signedInAs('admin');
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(customerRoutes.list, { items: [dipika, noor], nextCursor: null });
  answer(customerRoutes.get, ({ params }) => [dipika, noor].find(({ id }) => id === params.customerId)!);
  answer(paymentRoutes.list, ({ query }) => ({
    items: all.filter(({ customer }) => !query.customerId || customer.id === query.customerId),
    nextCursor: null,
  }));
}

test('F217 F219 to F224: the history stands in its columns', async () => {
  answerPayments();
  const page = await renderPage('/payments');

  const table = page.getByRole('table', { name: 'Payments' });
  await expect.element(table.getByRole('cell', { name: '$240.00' })).toBeVisible();
  await expect.element(table.getByRole('cell', { name: 'FAILED' })).toBeVisible();
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
  ]);
});

test('F218: Select User shows one customer’s payments, and a link shows the same', async () => {
  answerPayments();
  const page = await renderPage('/payments');
  await page.getByRole('combobox', { name: 'Select User' }).click();
  await page.getByRole('option', { name: /Noor Elbazi/ }).click();

  await expect.element(page.getByRole('cell', { name: '$65.00' })).toBeVisible();
  await expect.element(page.getByRole('cell', { name: '$240.00' })).not.toBeInTheDocument();
  expect(page.path()).toBe(`/payments?customer=${noor.id}`);
});

test('a link to one customer’s payments names the customer in the field', async () => {
  answerPayments();
  const page = await renderPage(`/payments?customer=${dipika.id}`);
  await expect
    .element(page.getByRole('combobox', { name: 'Select User' }))
    .toHaveValue('Dipika Sarraf · dipika@example.com');
  await expect.element(page.getByRole('cell', { name: '$240.00' })).toBeVisible();
});

test('F158: more payments come as one scrolls', async () => {
  answerPayments();
  answer(paymentRoutes.count, { count: 2, isCapped: false });
  answer(paymentRoutes.list, ({ query }) =>
    query.cursor ? { items: [all[1]!], nextCursor: null } : { items: [all[0]!], nextCursor: 'next' },
  );
  const page = await renderPage('/payments');
  await expect.element(page.getByRole('cell', { name: '$65.00' })).toBeVisible();
  await expect.element(page.getByText('1-2 of 2')).toBeVisible();
});

test('the payments of several statuses stand in the address as words', async () => {
  answerPayments();
  const asked: unknown[] = [];
  answer(paymentRoutes.list, ({ query }) => {
    asked.push(query.status);
    const isAsked = ({ status }: Payment) => !query.status || query.status.some((word) => word === status);
    return { items: all.filter(isAsked), nextCursor: null };
  });
  const page = await renderPage('/payments');
  await page.getByRole('button', { name: 'STATUS' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'FAILED' }).click();
  await expect.element(page.getByRole('cell', { name: '$240.00' })).not.toBeInTheDocument();
  await page.getByRole('menuitemcheckbox', { name: 'COMPLETED' }).click();

  await expect.element(page.getByRole('cell', { name: '$240.00' })).toBeVisible();
  expect(page.path()).toBe('/payments?status=failed%2Cpaid');
  expect(asked.at(-1)).toEqual(['failed', 'paid']);
});
