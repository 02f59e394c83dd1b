import { expect, test } from 'vitest';
import { renderPage, signedOut } from '#web/testing/render-page.tsx';

test('the landing page leads to opening a business and to signing in', async () => {
  const page = await renderPage('/');
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  const main = page.getByRole('main');
  await expect.element(main.getByRole('link', { name: 'Sign up' })).toHaveAttribute('href', '/open');
  await expect.element(main.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/login');
  await expect.element(page.getByText(`© ${new Date().getFullYear()} StarOne CRM`)).toBeVisible();
});

test('an address that leads nowhere says so, and shows the way back', async () => {
  signedOut();
  const page = await renderPage('/nowhere');
  await expect.element(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  expect(page.path()).toBe('/');
});
