import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Money } from '#domain/kernel/money.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { payOnPage } from '#infra/people/pay.ts';
import type { Person } from '#infra/people/person.ts';

/** A customer pays without a browser of their own; the answer is the payment's id. */
export async function pay(customer: Person, money: Money, card?: string): Promise<string> {
  const draft = { ...money, taskId: null, attemptId: crypto.randomUUID() };
  const { paymentId, url } = await customer.call(paymentRoutes.checkout, { body: draft });
  await payOnPage(url, card);
  return paymentId;
}

/** Of staff's history, by whose payment and how much. */
export const paymentRow = (page: Page, customer: string, money: string): Locator =>
  page
    .getByRole('table', { name: 'Payments', exact: true })
    .getByRole('row')
    .filter({ hasText: customer })
    .filter({ hasText: money });

/** Of a customer's own history. */
export const ownRow = (page: Page, money: string): Locator =>
  page.getByRole('table', { name: 'Your payments' }).getByRole('row').filter({ hasText: money });

/** What a press on it downloads: the file's name, and its bytes. */
export async function download(control: Locator): Promise<{ name: string; bytes: Buffer }> {
  const saving = control.page().waitForEvent('download');
  await control.click();
  const saved = await saving;
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}

type Mail = { id: number; subject: string; text: string; attachments: { fileName: string; type: string }[] };

/** The mail with a receipt that came to an address, and the bytes that are attached to it. */
export async function mailedReceipt(address: string): Promise<Mail & { bytes: Buffer }> {
  const inbox = process.env['STARONE_MAIL']!;
  const receipts = async () => {
    const mails = (await (await fetch(`${inbox}/messages?to=${encodeURIComponent(address)}`)).json()) as Mail[];
    return mails.filter(({ subject }) => subject.startsWith('Your receipt'));
  };
  await expect.poll(async () => (await receipts()).length).toBe(1);
  const [mail] = await receipts();
  const attached = await fetch(`${inbox}/mail/${mail!.id}/attachments/0`);
  return { ...mail!, bytes: Buffer.from(await attached.arrayBuffer()) };
}

type Charge = { amount: number; currency: string; metadata: Record<string, string> };

/** What the local Stripe charged on an account of a business, newest first. */
export async function chargesOn(account: string): Promise<Charge[]> {
  const headers = { authorization: 'Bearer sk_test_local', 'stripe-account': account };
  const response = await fetch(`${process.env['STARONE_STRIPE']!}/v1/charges`, { headers });
  return ((await response.json()) as { data: Charge[] }).data;
}
