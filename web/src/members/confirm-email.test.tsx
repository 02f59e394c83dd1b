import { describe, expect, test } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const token = 'new-address-0123456789';
const link = `/confirm-email/${token}#to=ines%2Bnew%40example.com`;

describe('the link to a new e-mail address', () => {
  test('ASVS 7.5.1 says whose address it is, asks for a click, and then says which address counts', async () => {
    signedInAs('admin');
    answer(memberRoutes.confirmEmail, ({ body }) => {
      expect(body).toEqual({ token, email: 'ines+new@example.com' });
      return make.me({ email: 'ines+new@example.com' });
    });
    const page = await renderPage(link);
    await expect.element(page.getByText('ines+new@example.com')).toBeVisible();
    await expect.element(page.getByText('Until you confirm it, you sign in with ines@example.com.')).toBeVisible();
    await page.getByRole('button', { name: 'Confirm this address' }).click();
    await expect.element(page.getByText('From now on you sign in with ines+new@example.com.')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Go on' })).toHaveAttribute('href', '/home');
  });

  test('that is used, expired or somebody else’s says so', async () => {
    signedInAs('admin');
    answer(memberRoutes.confirmEmail, () => {
      throw problems.notFound('The link');
    });
    const page = await renderPage(link);
    await page.getByRole('button', { name: 'Confirm this address' }).click();
    await expect.element(page.getByText('The link was not found')).toBeVisible();
  });

  test('that came without its address confirms nothing', async () => {
    signedInAs('admin');
    const page = await renderPage(`/confirm-email/${token}`);
    await page.getByRole('button', { name: 'Confirm this address' }).click();
    await expect.element(page.getByText('The link was not found')).toBeVisible();
  });
});
