import { expect, type Page } from '@playwright/test';
import { extractText } from 'unpdf';
import { receiptNumber } from '#domain/receipts/receipt.ts';
import { log } from './chat.ts';
import { payByCard } from './people.ts';
import { download, mailedReceipt, ownRow, paymentRow } from './paying.ts';
import { openShop, openShopAtWork } from './shop.ts';
import { browserOf, signedIn } from './signed-in.ts';
import { test } from './test.ts';

/** How the payment ended, as its customer reads it. */
const result = (page: Page) => page.getByRole('status').filter({ has: page.getByRole('heading', { level: 1 }) });
const paid = (page: Page) => page.getByRole('heading', { name: 'Payment processed successfully' });

const refused = [
  ['4000 0000 0000 0002', 'Your card was declined.'],
  ['4000 0000 0000 9995', 'Your card has insufficient funds.'],
  ['4000 0000 0000 9987', 'Your card was declined.'],
  ['4000 0000 0000 0069', 'Your card has expired.'],
  ['4000 0000 0000 0127', "Your card's security code is incorrect."],
  ['4000 0000 0000 0119', 'An error occurred while processing your card. Try again in a little bit.'],
] as const;
const notAuthenticated =
  'We are unable to authenticate your payment method. Please choose a different payment method and try again.';

test('F214 F216 F228 F229 F235 each card that is refused says why on our page, and the same payment is tried again until it is paid', async ({
  browser,
}) => {
  const { dipika } = await openShop();
  const customer = await signedIn(browser, dipika, '/portal/pay');
  await customer.getByLabel('Enter Amount ($)').fill('10');
  await customer.getByRole('button', { name: 'PAY $10' }).click();
  const isRefused = async (reason: string) => {
    await expect(customer.getByRole('alert')).toHaveText(reason);
    await customer.getByRole('link', { name: 'Back' }).click();
    await expect(result(customer)).toContainText(`${reason} No money was taken.`);
  };
  const tryAgain = customer.getByRole('button', { name: 'Try again' });

  for (const [card, reason] of refused) {
    await payByCard(customer, card);
    await isRefused(reason);
    await tryAgain.click();
  }
  await payByCard(customer, '4000 0027 6000 3184');
  await customer.getByRole('button', { name: 'Fail authentication' }).click();
  await isRefused(notAuthenticated);

  // The 3-D Secure of the second card is passed.
  await tryAgain.click();
  await payByCard(customer, '4000 0025 0000 3155');
  await customer.getByRole('button', { name: 'Complete authentication' }).click();
  await expect(paid(customer)).toBeVisible();

  // One payment, with every try of it.
  await customer.getByRole('link', { name: 'Your payments' }).click();
  await expect(ownRow(customer, '$10.00')).toHaveCount(1);
  await expect(ownRow(customer, '$10.00')).toContainText('COMPLETED');
  await ownRow(customer, '$10.00').click();
  const story = customer.getByRole('region', { name: 'What happened' });
  const declines = refused.map(([, reason]) => `Declined: ${reason}`);
  await expect(story.getByRole('listitem').filter({ hasText: 'Declined:' })).toContainText(declines);
  await expect(story).toContainText('$10.00 paid');
});

test('F225 F227 F230 W14 money asked for in the room of a task is paid, and its receipt is on the page, in a file and in the mail', async ({
  browser,
}) => {
  const { ines, tomas, dipika, task } = await openShopAtWork();
  const { name, email } = task.customer;
  const history = await signedIn(browser, ines, '/payments');
  const employee = await signedIn(browser, tomas.person, `/tasks/${task.id}`);
  const customer = await signedIn(browser, dipika, '/portal/pay');
  await expect(history.getByText('The first payment goes here')).toBeVisible();

  await employee.getByRole('button', { name: 'Request payment' }).click();
  const dialog = employee.getByRole('dialog', { name: 'Request payment' });
  await dialog.getByLabel('Amount').fill('60');
  await dialog.getByLabel('What for').fill('Rest for the ring');
  await dialog.getByRole('button', { name: 'Request $60.00' }).click();
  await expect(log(employee).getByText(/\$60\.00/)).toBeVisible();
  await expect(paymentRow(history, name, '$60.00')).toContainText('REQUESTED');

  // The customer's page was open before.
  await customer.getByRole('button', { name: 'Pay $60.00 for Rest for the ring' }).click();
  await payByCard(customer, '4242 4242 4242 4242');
  await expect(paid(customer)).toBeVisible();
  const row = paymentRow(history, name, '$60.00');
  await expect(row).toContainText('COMPLETED');
  await expect(row.getByRole('link', { name: `Receipt of ${name}` })).toBeVisible();
  await expect(log(employee).getByText(/paid/)).toBeVisible();

  await customer.getByRole('link', { name: 'Receipt', exact: true }).click();
  const number = receiptNumber(1);
  await expect(customer.getByRole('heading', { name: `Receipt ${number}` })).toBeVisible();
  const words = [number, 'Marlow Street', name, 'Rest for the ring', 'Card, Visa ending 4242', '$60.00'];
  for (const word of words) await expect(customer.getByRole('article')).toContainText(word);
  const file = await download(customer.getByRole('link', { name: 'Download PDF' }));
  expect(file.name).toBe(`${number}.pdf`);
  const { text } = await extractText(new Uint8Array(file.bytes), { mergePages: true });
  for (const word of [...words, email]) expect(text).toContain(word);

  const mail = await mailedReceipt(email);
  expect(mail.text).toContain('We received $60.00 for: Rest for the ring');
  expect(mail.attachments).toMatchObject([{ fileName: `${number}.pdf`, type: 'application/pdf' }]);
  const attached = await extractText(new Uint8Array(mail.bytes), { mergePages: true });
  expect(attached.text).toBe(text);
});

test('F232 rupees are paid by UPI: one try is decided later, another is declined and then paid by card', async ({
  browser,
}) => {
  const { ines, dipika } = await openShop();
  const admin = await signedIn(browser, ines, '/settings/payments');
  await admin.getByRole('button', { name: 'Add a rate' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Add a rate' });
  await dialog.getByRole('combobox', { name: 'Currency' }).fill('INR');
  await admin.getByRole('option', { name: /^INR/ }).click();
  await dialog.getByRole('textbox', { name: 'One INR in USD' }).fill('0.012');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Rate of INR saved')).toBeVisible();

  const theirs = await browserOf(browser, dipika);
  const customer = await theirs.newPage();
  const payByUpi = async (amount: string, verb: string) => {
    await customer.goto('/portal/pay');
    await customer.getByRole('combobox', { name: 'Currency' }).click();
    await customer.getByRole('option', { name: /^INR/ }).click();
    await customer.getByLabel('Enter Amount (₹)').fill(amount);
    await customer.getByRole('button', { name: verb }).click();
    await customer.getByRole('button', { name: 'Pay by UPI' }).click();
  };

  await payByUpi('4500', 'PAY ₹4,500');
  const phone = await theirs.newPage();
  await phone.goto(customer.url());
  await customer.getByRole('link', { name: 'Decide later and go back' }).click();
  await expect(result(customer)).toContainText('Your bank takes its time');
  await phone.getByRole('button', { name: 'Approve payment' }).click();
  await expect(paid(customer)).toBeVisible();

  await payByUpi('900', 'PAY ₹900');
  await customer.getByRole('button', { name: 'Decline payment' }).click();
  await expect(result(customer)).toContainText('The payment was not approved in the UPI app. No money was taken.');
  await customer.getByRole('button', { name: 'Try again' }).click();
  await payByCard(customer, '4242 4242 4242 4242');
  await expect(paid(customer)).toBeVisible();

  // What it counts for the business is in its own currency.
  await admin.goto('/payments');
  await expect(paymentRow(admin, 'Dipika Sarraf', '₹4,500.00')).toContainText('UPI');
  await expect(paymentRow(admin, 'Dipika Sarraf', '₹900.00')).toContainText('CARD');
});
