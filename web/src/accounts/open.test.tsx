import { describe, expect, test } from 'vitest';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const ticket = 'sign-up-0123456789';
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

async function openPage() {
  const page = await renderPage('/open');
  const fill = async () => {
    await page.getByRole('textbox', { name: 'Business name' }).fill('Oslo Gold & Silver');
    await page.getByRole('textbox', { name: 'Your name' }).fill('Ines Halvorsen');
    await page.getByRole('textbox', { name: 'Email' }).fill('ines@example.com');
    await page.getByRole('textbox', { name: 'Age' }).fill('43');
    await page.getByLabelText('Password *').fill('correct horse');
  };
  return { ...page, fill };
}

describe('opening a business', () => {
  test('the name suggests the address, the browser the time zone, and the code opens Home', async () => {
    answer(accountRoutes.openBusiness, ({ body }) => {
      expect(body).toMatchObject({ slug: 'oslo-gold-silver', currency: 'USD', timeZone: zone, age: 43 });
      return { ticket, resendAfterSeconds: 100 };
    });
    answer(accountRoutes.prove, () => signedInAs('admin'));
    answerEmptyHome();
    const page = await openPage();
    await page.fill();
    await expect.element(page.getByRole('textbox', { name: 'Address' })).toHaveValue('oslo-gold-silver');
    await page.getByRole('button', { name: 'SEND OTP' }).click();
    await page.getByRole('textbox', { name: 'OTP' }).fill('123456');
    await page.getByRole('button', { name: 'SUBMIT OTP' }).click();

    await expect.element(page.getByRole('heading', { level: 1, name: /Ines/ })).toBeVisible();
    await expect.element(page.getByText('Share this address with your customers')).toBeVisible();
  });

  test('an address somebody typed is not overwritten by the name', async () => {
    const page = await openPage();
    await page.getByRole('textbox', { name: 'Address' }).fill('my-own');
    await page.getByRole('textbox', { name: 'Business name' }).fill('Oslo Gold & Silver');
    await expect.element(page.getByRole('textbox', { name: 'Address' })).toHaveValue('my-own');
  });

  test('an address that is taken is said at its field', async () => {
    answer(accountRoutes.openBusiness, () => {
      throw problems.invalid([{ pointer: '/body/slug', detail: 'This address is taken' }]);
    });
    const page = await openPage();
    await page.fill();
    await page.getByRole('button', { name: 'SEND OTP' }).click();

    await expect.element(page.getByText('This address is taken')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Address' })).toHaveFocus();
    await expect.element(page.getByRole('textbox', { name: 'Business name' })).toHaveValue('Oslo Gold & Silver');
  });

  test('a currency is found by its name', async () => {
    answer(accountRoutes.openBusiness, ({ body }) => {
      expect(body.currency).toBe('NOK');
      return { ticket, resendAfterSeconds: 100 };
    });
    const page = await openPage();
    await page.fill();
    await page.getByRole('combobox', { name: 'Currency' }).fill('norwegian');
    await page.getByRole('option', { name: /NOK/ }).click();
    await page.getByRole('button', { name: 'SEND OTP' }).click();
    await expect.element(page.getByRole('textbox', { name: 'OTP' })).toBeVisible();
  });
});
