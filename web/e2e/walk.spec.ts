import { expect } from '@playwright/test';
import { enterRoom } from './chat.ts';
import { acceptInvitation, fresh, openBusiness, payByCard, signUpCustomer } from './people.ts';
import { openWithInes, signUp, verify } from './shop.ts';
import { signedIn } from './signed-in.ts';
import { test } from './test.ts';

test('a business takes a customer from sign-up to payment and sees the segment move', async ({ browser }) => {
  const [adminBrowser, customerBrowser, employeeBrowser] = await Promise.all([1, 2, 3].map(() => browser.newContext()));
  const emails = {
    admin: `${fresh('ines')}@example.com`,
    customer: `${fresh('dipika')}@example.com`,
    employee: `${fresh('tomas')}@example.com`,
  };

  // The business opens; the customer signs up at its address and waits.
  const { page: admin, slug } = await openBusiness(adminBrowser!, {
    name: fresh('Marlow Street'),
    email: emails.admin,
  });
  const customer = await signUpCustomer(customerBrowser!, slug, {
    name: 'Dipika Sarraf',
    email: emails.customer,
    task: 'Ring resize, N to P',
  });
  await expect(customer.getByText('Your form has not been verified yet!')).toBeVisible();

  // F066: the admin's Home shows one waiting; once verified, the waiting page opens by itself.
  await expect(admin.getByRole('link', { name: '1 waiting', exact: true })).toBeVisible();
  await admin.getByRole('button', { name: 'VERIFY Dipika Sarraf' }).click();
  await expect(customer).toHaveURL(/\/portal$/);

  // The employee comes in by the invitation.
  await admin.getByRole('link', { name: 'Users' }).click();
  await admin
    .getByRole('button', { name: /invite/i })
    .first()
    .click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Email').fill(emails.employee);
  await dialog.getByRole('button', { name: /send|invite/i }).click();
  await expect(admin.getByText(/Invitation sent/)).toBeVisible();
  const employee = await acceptInvitation(employeeBrowser!, { name: 'Tomas Abara', email: emails.employee });

  // F165: assigned, the task stands in both lists.
  await admin.getByRole('link', { name: 'Tasks', exact: true }).click();
  await admin.getByRole('button', { name: 'Verify and assign Welcome Task' }).click();
  await admin.getByRole('combobox', { name: 'Employee' }).click();
  await admin.getByRole('option', { name: /Tomas Abara/ }).click();
  await admin.getByRole('button', { name: /ASSIGN TASK/i }).click();
  await expect(admin.getByText('Task updated successfully')).toBeVisible();
  await employee.getByRole('link', { name: 'Tasks', exact: true }).click();
  await enterRoom(employee, 'Welcome Task');
  await customer.getByRole('link', { name: 'My tasks', exact: true }).click();
  await customer.getByRole('link', { name: 'Welcome Task' }).first().click();

  // F179: they talk in the task's room.
  const say = async (page: typeof customer, text: string) => {
    await page.getByRole('textbox', { name: /^Write to/ }).fill(text);
    await page.keyboard.press('Enter');
  };
  await say(customer, 'Is the claw safe?');
  await expect(employee.getByRole('log').getByText('Is the claw safe?')).toBeVisible();
  await say(employee, 'One claw is worn thin.');
  await expect(customer.getByRole('log').getByText('One claw is worn thin.')).toBeVisible();

  // The segments page stands open in another window of the admin and is not touched until the customer has paid.
  const segments = await adminBrowser!.newPage();
  await segments.goto(new URL('/segments', admin.url()).href);
  await expect(segments.getByRole('heading', { name: 'Segments', exact: true })).toBeVisible();

  // F216: a declined card says why and offers another try; a good one pays.
  await customer.getByRole('link', { name: 'Pay', exact: true }).first().click();
  await customer.getByLabel('Enter Amount ($)').fill('100');
  await customer.getByRole('button', { name: 'PAY $100' }).click();
  await payByCard(customer, '4000 0000 0000 0002');
  await expect(customer.getByText('Your card was declined.')).toBeVisible();
  await payByCard(customer, '4242 4242 4242 4242');
  await expect(customer.getByText('Payment processed successfully')).toBeVisible();

  // F247: the open segments page moved by itself.
  await expect(segments.getByRole('heading', { name: 'Customers with a payment (1)' })).toBeVisible();
  await segments.getByRole('link', { name: /^VIP Customer/ }).click();
  await expect(segments.getByRole('heading', { name: 'VIP Customer (1 customers)' })).toBeVisible();
  const row = segments.getByRole('row').filter({ hasText: 'Dipika Sarraf' });
  await expect(row).toContainText('$100.00');
  const cells = await row.getByRole('cell').allInnerTexts();
  expect(cells.map((cell) => cell.trim().split('\n')[0])).toEqual(
    expect.arrayContaining(['0', '1', '$100.00', '5', '5', '5']),
  );
});

test('F227 a browser closed after paying still has the payment recorded', async ({ browser }) => {
  const opened = await openWithInes();
  const lucien = await signUp(opened, 'Lucien Osei', 'Valuation');
  await verify(opened, lucien);

  const customer = await signedIn(browser, lucien.person, '/portal/pay');
  await customer.getByLabel('Enter Amount ($)').fill('100');
  await customer.getByRole('button', { name: 'PAY $100' }).click();
  await customer.getByLabel('Card number').waitFor();
  // The way back is cut: Stripe takes the money, and the browser is gone.
  await customer.route(/\/portal\/pay\/success/, (route) => route.abort());
  await payByCard(customer, '4242 4242 4242 4242');
  await customer.context().close();

  const admin = await signedIn(browser, opened.ines, '/payments');
  await expect(admin.getByRole('row').filter({ hasText: 'Lucien Osei' })).toContainText('COMPLETED');
});
