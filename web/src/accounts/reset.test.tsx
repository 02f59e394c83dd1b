import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { renderPage, signedOut } from '#web/testing/render-page.tsx';

const ticket = 'ticket-0123456789';
const codeSent = { ticket, resendAfterSeconds: 100 };
const chosen = 'another fine password';

async function secondStep(path = '/reset') {
  signedOut();
  answer(accountRoutes.askReset, ({ body }) => {
    expect(body).toEqual({ email: 'ines@example.com' });
    return codeSent;
  });
  const page = await renderPage(path);
  await page.getByRole('textbox', { name: 'Email' }).fill('Ines@Example.com');
  await userEvent.keyboard('{Enter}');
  const fill = async (again = chosen) => {
    await page.getByRole('textbox', { name: 'OTP' }).fill('407123');
    await page.getByLabelText('New password *').fill(chosen);
    await page.getByLabelText('New password again *').fill(again);
  };
  return { ...page, fill, submit: () => page.getByRole('button', { name: 'RESET PASSWORD' }).click() };
}

describe('F012 F014 resetting the password', () => {
  test('F011 starts at the Login, and asks for the address', async () => {
    signedOut();
    const page = await renderPage('/login');
    await expect.element(page.getByText('Forgot your password? Reset Password')).toBeVisible();
    await page.getByRole('link', { name: 'Reset Password' }).click();
    await expect.element(page.getByRole('heading', { name: 'Reset Password' })).toBeVisible();
    expect(page.path()).toBe('/reset');
  });

  test('F032 the code and the new password twice, by keyboard, then Login', async () => {
    answer(accountRoutes.proveReset, ({ body }) => {
      expect(body).toEqual({ ticket, code: '407123', password: chosen });
    });
    const page = await secondStep();
    await expect.element(page.getByText('If the address exists, a code was sent')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'OTP' })).toHaveFocus();
    await page.fill();
    await userEvent.keyboard('{Enter}');

    await expect.element(page.getByText('Password reset successfully')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Login' })).toBeVisible();
    expect(page.path()).toBe('/login');
  });

  test('at a business it leads back to the login of the same business', async () => {
    answer(workspaceRoutes.atAddress, { slug: 'marlow-street', name: 'Marlow Street Jewellers' });
    answer(accountRoutes.proveReset, undefined);
    const page = await secondStep('/w/marlow-street/reset');
    await page.fill();
    await page.submit();
    await expect.element(page.getByRole('heading', { name: 'Login' })).toBeVisible();
    expect(page.path()).toBe('/w/marlow-street/login');
  });

  test('two passwords that differ are marked, and nothing is sent', async () => {
    const page = await secondStep();
    await page.fill('another');
    await page.submit();
    await expect.element(page.getByText('Passwords do not match')).toBeVisible();
    await expect.element(page.getByLabelText('New password again *')).toHaveFocus();
  });

  test('F028 a wrong code is marked, and nothing that was typed is lost', async () => {
    answer(accountRoutes.proveReset, () => {
      throw problems.badCode();
    });
    const page = await secondStep();
    await page.fill();
    await page.submit();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Invalid or expired OTP');
    await expect.element(page.getByLabelText('New password *')).toHaveValue(chosen);
    await expect.element(page.getByLabelText('New password again *')).toHaveValue(chosen);
  });

  test('F024 the code is sent again after the countdown; another address can be given', async () => {
    const page = await secondStep();
    await expect.element(page.getByText(/You can resend OTP in (100|99|98)s/)).toBeVisible();
    await page.getByRole('button', { name: 'Use another address' }).click();
    await expect.element(page.getByRole('textbox', { name: 'Email' })).toHaveValue('ines@example.com');
  });

  test.each([
    ['short', 'At least 8 characters'],
    ['iloveyou', 'most common'],
    ['ines-1984', 'a name or an address'],
    ['tall tree', 'Long enough. A longer one is safer.'],
    ['tall tree and a lake', 'A good length'],
  ])('ASVS 6.2.12 of "%s" the page says "%s"', async (typed, sentence) => {
    const page = await secondStep();
    await page.getByLabelText('New password *').fill(typed);
    await expect.element(page.getByLabelText('New password *')).toHaveAccessibleDescription(new RegExp(sentence));
  });

  test('ASVS 6.2.6 6.2.7 passwords are masked, can be shown and can be pasted', async () => {
    const page = await secondStep();
    const field = page.getByLabelText('New password *');
    await expect.element(field).toHaveAttribute('type', 'password');
    await expect.element(field).toHaveAttribute('autocomplete', 'new-password');
    await field.fill(chosen);
    await page.getByRole('button', { name: 'Show the password' }).first().click();
    await expect.element(field).toHaveAttribute('type', 'text');
  });
});

test.each(['/forgot-password', '/#/forgot-password'])('F390 %s leads to the same page', async (path) => {
  signedOut();
  const page = await renderPage(path);
  await expect.element(page.getByRole('heading', { name: 'Reset Password' })).toBeVisible();
  expect(page.path()).toBe('/reset');
});
