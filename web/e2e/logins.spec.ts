import { expect, type Page } from '@playwright/test';
import { firstTenant } from '#infra/local/identity/companies.ts';
import { fresh, origin, submitCode } from './people.ts';
import { openWithInes } from './shop.ts';
import { signedIn } from './signed-in.ts';
import { test } from './test.ts';

type Saying = { email?: string; name?: string };

/** The page of a local company: who one is there. */
async function sayWho(page: Page, company: string, { email, name }: Saying): Promise<void> {
  await expect(page.getByRole('heading', { name: `Sign in with ${company}` })).toBeVisible();
  const form = page.locator('form').last();
  if (email) await form.getByLabel('E-mail').fill(email);
  if (name) await form.getByLabel('Name').fill(name);
  await form.getByRole('button', { name: 'Sign in' }).click();
}

test('F006 F033 a customer signs up and in with Google, LinkedIn and Facebook', async ({ browser }) => {
  const { slug } = await openWithInes();

  const dipika = `${fresh('dipika')}@example.com`;
  const google = await (await browser.newContext()).newPage();
  await google.goto(`${origin()}/w/${slug}/signup`);
  await google.getByRole('button', { name: 'Sign in with Google' }).click();
  await sayWho(google, 'Google', { email: dipika, name: 'Dipika Sarraf' });
  await expect(google).toHaveURL(/\/complete-profile$/);
  await expect(google.getByText('User authenticated successfully')).toBeVisible();

  // F038: what no company tells is asked for.
  await google.getByLabel('Age').fill('34');
  await google.getByLabel('Task').fill('Ring resize, N to P');
  await google.getByRole('button', { name: 'SUBMIT' }).click();
  await expect(google.getByText('Form submitted successfully')).toBeVisible();

  const again = await (await browser.newContext()).newPage();
  await again.goto(`${origin()}/login`);
  await again.getByRole('button', { name: 'Sign in with Google' }).click();
  await sayWho(again, 'Google', { email: dipika });
  await expect(again).toHaveURL(/\/waiting$/);

  const linkedin = await (await browser.newContext()).newPage();
  await linkedin.goto(`${origin()}/w/${slug}/login`);
  await linkedin.getByRole('button', { name: 'Sign in with LinkedIn' }).click();
  await sayWho(linkedin, 'LinkedIn', { email: `${fresh('bjorn')}@example.com`, name: 'Bjorn Aas' });
  await expect(linkedin).toHaveURL(/\/complete-profile$/);

  // Facebook vouches for no address: ours is proved by a code.
  const facebook = await (await browser.newContext()).newPage();
  const email = `${fresh('carla')}@example.com`;
  await facebook.goto(`${origin()}/w/${slug}/login`);
  await facebook.getByRole('button', { name: 'Sign in with Facebook' }).click();
  await sayWho(facebook, 'Facebook', { name: fresh('Carla') });
  await facebook.getByLabel('Email').fill(email);
  await facebook.getByRole('button', { name: 'SEND OTP' }).click();
  await submitCode(facebook, email);
  await expect(facebook).toHaveURL(/\/complete-profile$/);
});

test('somebody who changes their mind at the company comes back to where they were', async ({ page }) => {
  await page.goto(`${origin()}/login`);
  await page.getByRole('button', { name: 'Sign in with Google' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Sign-in with Google was cancelled')).toBeVisible();
  await page.getByRole('link', { name: 'Go back' }).click();
  await expect(page).toHaveURL(/\/login$/);
});

test('an admin allows a directory, connects Microsoft on the profile and signs in with it', async ({ browser }) => {
  const { ines, slug } = await openWithInes();
  const page = await signedIn(browser, ines, '/settings/sign-in');
  const broken: string[] = [];
  page.on('console', (message) => message.text().includes('Content Security Policy') && broken.push(message.text()));
  const workAccount = `${fresh('ines')}@directory.example`;

  await page.getByLabel('Microsoft directories').fill(firstTenant);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Sign-in rules saved')).toBeVisible();

  await page.goto(`${origin()}/profile`);
  await page.getByRole('button', { name: 'Connect Microsoft' }).click();
  await sayWho(page, 'Microsoft', { email: workAccount, name: 'Ines Halvorsen' });
  await expect(page).toHaveURL(/\/profile$/);
  await expect(page.getByText('Microsoft is connected')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Disconnect Microsoft' })).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await other.goto(`${origin()}/w/${slug}/login`);
  await other.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await sayWho(other, 'Microsoft', { email: workAccount });
  await expect(other).toHaveURL(/\/home$/);
  await expect(other.getByText('User authenticated successfully')).toBeVisible();

  // Nothing of Microsoft stays in the browser.
  const kept = await other.evaluate(() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]);
  expect(kept.filter((name) => /msal|microsoft/i.test(name))).toEqual([]);
  expect(broken).toEqual([]);
});
