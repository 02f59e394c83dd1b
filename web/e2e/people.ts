import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { codeFor, invitationFor } from '#infra/people/person.ts';

export const origin = (): string => process.env['STARONE_ORIGIN']!;
const mail = (): string => process.env['STARONE_MAIL']!;
export const password = 'correct horse battery';

export const fresh = (name: string): string => `${name}-${crypto.randomUUID().slice(0, 8)}`;

/** Fills in the code of the newest mail, as somebody does who has their inbox beside the page. */
export async function submitCode(page: Page, email: string): Promise<void> {
  await page.getByLabel('OTP').first().waitFor();
  await page
    .getByLabel('OTP')
    .first()
    .fill(await codeFor(mail(), email));
  await page.getByRole('button', { name: 'SUBMIT OTP' }).click();
}

export async function openBusiness(
  context: BrowserContext,
  business: { name: string; email: string },
): Promise<{ page: Page; slug: string }> {
  const page = await context.newPage();
  await page.goto(origin());
  await page.getByRole('banner').getByRole('link', { name: 'Sign up' }).click();
  await page.getByLabel('Business name').fill(business.name);
  const slug = await page.getByLabel('Address').inputValue();
  await page.getByLabel('Your name').fill('Ines Halvorsen');
  await page.getByLabel('Email').fill(business.email);
  await page.getByLabel('Age').fill('41');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'SEND OTP' }).click();
  await submitCode(page, business.email);
  await expect(page).toHaveURL(/\/home$/);
  return { page, slug };
}

export async function signUpCustomer(
  context: BrowserContext,
  slug: string,
  customer: { name: string; email: string; task: string },
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin()}/w/${slug}/signup`);
  await page.getByLabel('Name').fill(customer.name);
  await page.getByLabel('Email').fill(customer.email);
  await page.getByLabel('Age').fill('34');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'SEND OTP' }).click();
  await submitCode(page, customer.email);
  await page.getByLabel('Task').fill(customer.task);
  await page.getByRole('button', { name: 'SUBMIT' }).click();
  await expect(page.getByText('Form submitted successfully')).toBeVisible();
  return page;
}

export async function acceptInvitation(
  context: BrowserContext,
  invited: { name: string; email: string },
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin()}/invite/${await invitationFor(mail(), invited.email)}`);
  await page.getByLabel('Name').fill(invited.name);
  await page.getByLabel('Age').fill('29');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: /accept/i }).click();
  await expect(page).toHaveURL(/\/home$/);
  return page;
}

/** So many people who wait, at once: they never sign in. */
export const addWaiting = (workspaceId: string, count: number): Promise<unknown> =>
  promisify(execFile)(process.execPath, ['infra/people/add-waiting.ts', workspaceId, String(count)], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, ...(JSON.parse(process.env['STARONE_SETTINGS']!) as Record<string, string>) },
  });

/** The local Stripe's page. */
export async function payByCard(page: Page, card: string): Promise<void> {
  await page.getByLabel('Card number').fill(card);
  await page.getByLabel(/expir/i).fill('12/34');
  await page.getByLabel('CVC').fill('123');
  await page.getByLabel(/name on card|cardholder|name/i).fill('Dipika Sarraf');
  await page.getByRole('button', { name: /^Pay .*\d/ }).click();
}
