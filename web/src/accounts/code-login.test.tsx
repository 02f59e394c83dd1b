import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { entersAs, renderPage, signedOut } from '#web/testing/render-page.tsx';

const ticket = 'ticket-0123456789';
const codeSent = { ticket, resendAfterSeconds: 100 };

async function codePage(path = '/login') {
  signedOut();
  const page = await renderPage(path);
  await page.getByRole('textbox', { name: 'Email' }).fill('ines@example.com');
  await page.getByRole('button', { name: 'Email me a code' }).click();
  return { ...page, sendOtp: () => page.getByRole('button', { name: 'SEND OTP' }).click() };
}

describe('F026 signing in with a code of the e-mail', () => {
  test('F031 the address that was typed, the code, and in', async () => {
    answer(accountRoutes.askSignInCode, ({ body }) => {
      expect(body).toEqual({ email: 'ines@example.com' });
      return codeSent;
    });
    answerEmptyHome();
    answer(accountRoutes.proveSignInCode, ({ body }) => {
      expect(body).toEqual({ ticket, code: '407123' });
      return entersAs('admin');
    });
    const page = await codePage();
    await page.sendOtp();
    await expect.element(page.getByText('If the address exists, a code was sent')).toBeVisible();
    await page.getByRole('textbox', { name: 'OTP' }).fill('407 123');
    await userEvent.keyboard('{Enter}');

    await expect.element(page.getByText('OTP sent and validated')).toBeVisible();
    await expect.element(page.getByRole('heading', { level: 1, name: /Ines/ })).toBeVisible();
  });

  test('at a business the code is asked for there', async () => {
    answer(workspaceRoutes.atAddress, { slug: 'marlow-street', name: 'Marlow Street Jewellers' });
    answer(accountRoutes.askSignInCode, ({ body }) => {
      expect(body).toEqual({ email: 'ines@example.com', slug: 'marlow-street' });
      return codeSent;
    });
    const page = await codePage('/w/marlow-street/login');
    await page.sendOtp();
    await expect.element(page.getByRole('textbox', { name: 'OTP' })).toBeVisible();
  });

  test('F024 F028 a wrong code is marked and kept; a new one can be asked for after the countdown', async () => {
    answer(accountRoutes.askSignInCode, { ticket, resendAfterSeconds: 1 });
    answer(accountRoutes.resendCode, codeSent);
    answer(accountRoutes.proveSignInCode, () => {
      throw problems.badCode();
    });
    const page = await codePage();
    await page.sendOtp();
    await page.getByRole('textbox', { name: 'OTP' }).fill('000000');
    await page.getByRole('button', { name: 'SUBMIT OTP' }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Invalid or expired OTP');
    await expect.element(page.getByRole('textbox', { name: 'OTP' })).toHaveValue('000000');

    await page.getByRole('button', { name: 'Resend OTP' }).click();
    await expect.element(page.getByText(/You can resend OTP in (100|99|98)s/)).toBeVisible();
  });

  test('the way back to the password keeps the address', async () => {
    const page = await codePage();
    await page.getByRole('button', { name: 'Use my password instead' }).click();
    await expect.element(page.getByRole('textbox', { name: 'Email' })).toHaveValue('ines@example.com');
    await expect.element(page.getByRole('button', { name: 'LOGIN' })).toBeVisible();
  });

  test('F043 too many tries says how long to wait', async () => {
    answer(accountRoutes.askSignInCode, () => {
      throw problems.tooManyTries(30);
    });
    const page = await codePage();
    await page.sendOtp();
    await expect.element(page.getByRole('alert').getByText('Please try again in 30 seconds.')).toBeVisible();
  });
});

test('W12 nothing is filled in on a page that nobody has typed in', async () => {
  signedOut();
  const page = await renderPage('/login');
  await expect.element(page.getByRole('textbox', { name: 'Email' })).toHaveValue('');
  await expect.element(page.getByLabelText('Password *')).toHaveValue('');
});
