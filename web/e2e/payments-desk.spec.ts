import { expect } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { chargesOn, download, ownRow, pay, paymentRow } from './paying.ts';
import { openShop, openShopAtWork } from './shop.ts';
import { signedIn } from './signed-in.ts';
import { test } from './test.ts';

test('W16 a refund of a part and then of the rest moves the open pages of the customer and of the segments; a dispute and a refund that fails show to staff', async ({
  browser,
}) => {
  const { ines, dipika, task } = await openShop();
  const { name } = task.customer;
  const [admin, segments] = [await signedIn(browser, ines, '/payments'), await signedIn(browser, ines, '/segments')];
  const customer = await signedIn(browser, dipika, '/portal/pay');
  await pay(dipika, { amount: 10_000, currency: 'USD' });
  const scored = segments.getByRole('row').filter({ hasText: name });
  await expect(scored).toContainText('$100.00');
  await expect(ownRow(customer, '$100.00')).toContainText('COMPLETED');

  const row = paymentRow(admin, name, '$100.00');
  await row.click();
  const drawer = (money: string) => admin.getByRole('dialog', { name: `Payment of ${money}` });
  await drawer('$100.00').getByRole('button', { name: 'Refund' }).click();
  const dialog = admin.getByRole('dialog', { name: `Refund ${name}` });
  await dialog.getByLabel('Amount').fill('40');
  await dialog.getByLabel('Note').fill('The claw was thinner than we said');
  await dialog.getByRole('button', { name: 'Refund $40.00' }).click();
  await expect(row).toContainText('PARTIALLY REFUNDED');
  await expect(ownRow(customer, '$100.00')).toContainText('PARTIALLY REFUNDED');
  await expect(scored).toContainText('$60.00');

  await drawer('$100.00').getByRole('button', { name: 'Refund' }).click();
  await expect(dialog.getByLabel('Amount')).toHaveValue('60.00');
  await dialog.getByRole('button', { name: 'Refund $60.00' }).click();
  await expect(row).toContainText(/(?<!PARTIALLY )REFUNDED/);
  await expect(ownRow(customer, '$100.00')).toContainText(/(?<!PARTIALLY )REFUNDED/);
  await expect(scored).toHaveCount(0);

  // The bank asks for this one back on its own.
  await pay(dipika, { amount: 5000, currency: 'USD' }, '4000 0000 0000 0259');
  const disputed = paymentRow(admin, name, '$50.00');
  await expect(disputed).toContainText('DISPUTED');
  // In its middle: the message of a refund may still lie over its beginning.
  await disputed.click();
  await expect(drawer('$50.00')).toContainText(/Answer by.* in Stripe/);

  // The bank takes this refund, and gives it back to the business a little later.
  await pay(dipika, { amount: 3000, currency: 'USD' }, '4000 0000 0000 5126');
  const sentBack = paymentRow(admin, name, '$30.00');
  await expect(sentBack).toContainText('COMPLETED');
  await sentBack.click();
  await drawer('$30.00').getByRole('button', { name: 'Refund' }).click();
  await dialog.getByRole('button', { name: 'Refund $30.00' }).click();
  await expect(drawer('$30.00').getByRole('region', { name: 'Refunds' })).toContainText('Failed');
  await expect(sentBack).toContainText('COMPLETED');
});

test('F238 F332 a payment across the counter stands in the report, which leads to the list it is made of and to its files', async ({
  browser,
}) => {
  const { ines, tomas, dipika, task } = await openShopAtWork();
  const { name } = task.customer;
  const admin = await signedIn(browser, ines, '/reports');
  const employee = await signedIn(browser, tomas.person, `/tasks/${task.id}`);
  await pay(dipika, { amount: 1000, currency: 'USD' });

  await employee.getByRole('button', { name: 'More about payments' }).click();
  await employee.getByRole('menuitem', { name: 'Record payment' }).click();
  const dialog = employee.getByRole('dialog', { name: 'Record payment' });
  await dialog.getByLabel('Amount').fill('80');
  await dialog.getByLabel('What for').fill('Ring resize');
  await dialog.getByLabel('Note').fill('Four notes of 20');
  await dialog.getByRole('button', { name: 'Record $80.00' }).click();
  await expect(employee.getByRole('list', { name: 'Payments of this task' })).toContainText('COMPLETED');

  await expect(admin.getByRole('table', { name: 'Payments by month' })).toContainText('$90.00');
  await admin.getByRole('tab', { name: /method/i }).click();
  await expect(admin.getByRole('table', { name: 'Payments by payment method' })).toContainText('$80.00');
  await admin.getByRole('tab', { name: /employee/i }).click();
  const byEmployee = admin.getByRole('table', { name: 'Payments by employee' });
  await expect(byEmployee.getByRole('row').filter({ hasText: 'Tomas Abara' })).toContainText('$80.00');
  await byEmployee.getByRole('link', { name: 'Tomas Abara' }).click();
  await expect(admin.getByRole('heading', { name: 'Payments history' })).toBeVisible();
  await expect(paymentRow(admin, name, '$80.00')).toContainText('CASH');
  await expect(paymentRow(admin, name, '$10.00')).toHaveCount(0);

  const exported = async (kind: string) => {
    await admin.getByRole('button', { name: 'Export' }).click();
    return download(admin.getByRole('menuitem', { name: kind }));
  };
  const csv = await exported('CSV');
  expect(csv.name).toMatch(/^payments-\d{4}-\d\d-\d\d\.csv$/);
  const [head, ...lines] = csv.bytes.toString('utf8').trim().split(/\r?\n/);
  expect(head).toContain('Customer');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('80.00');
  const book = await exported('XLSX');
  const [columns, ...cells] = await readSheet(book.bytes);
  expect(cells.map((line) => line[columns!.indexOf('Amount')])).toEqual([80]);
});

test('a business connects its own Stripe account, and is paid on it', async ({ browser }) => {
  const { ines, dipika, task } = await openShop();
  const admin = await signedIn(browser, ines, '/settings/payments');
  const stripe = admin.getByRole('region', { name: 'Stripe account' });
  await expect(stripe).toContainText('Payments go to the account of this installation');
  await stripe.getByRole('combobox', { name: 'Country of the business' }).fill('Norway');
  await admin.getByRole('option', { name: 'Norway' }).click();
  await stripe.getByRole('button', { name: 'Connect Stripe' }).click();
  await admin.getByRole('button', { name: 'Leave unfinished' }).click();
  await expect(stripe).toContainText('Not finished');

  await stripe.getByRole('button', { name: 'Go on at Stripe' }).click();
  await admin.getByLabel('Business name').fill('Marlow Street');
  await admin.getByLabel('Web address').fill('https://marlow.example');
  await admin.getByLabel('Bank account number').fill('000123456789');
  await admin.getByRole('button', { name: 'Finish', exact: true }).click();
  await expect(stripe).toContainText('Customers pay straight to this account.');
  const account = await stripe.getByText(/^acct_/).innerText();

  const paymentId = await pay(dipika, { amount: 2500, currency: 'USD' });
  expect(await chargesOn(account)).toMatchObject([{ amount: 2500, currency: 'usd', metadata: { paymentId } }]);
  await admin.getByRole('link', { name: 'Payments', exact: true }).click();
  await expect(paymentRow(admin, task.customer.name, '$25.00')).toContainText('COMPLETED');
});
