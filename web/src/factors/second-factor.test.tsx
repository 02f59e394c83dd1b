import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { factorRoutes } from '#domain/factors/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { loginRoutes } from '#domain/logins/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { entersAs, renderPage, signedOut } from '#web/testing/render-page.tsx';

describe('F063 the second step of a sign-in', () => {
  test('follows the password, takes the code by keyboard, and leads to what was wished for', async () => {
    signedOut();
    answerEmptyHome();
    answer(loginRoutes.providers, { items: [] });
    answer(accountRoutes.signIn, { step: 'second-factor', ways: ['totp', 'recovery-code'] });
    answer(factorRoutes.waysOfSignIn, { ways: ['totp', 'recovery-code'] });
    answer(factorRoutes.secondFactor, ({ body }) => {
      expect(body).toEqual({ way: 'totp', code: '123456' });
      return entersAs('admin');
    });
    const page = await renderPage('/login?next=%2Fhome%3Fa%3D1');
    await page.getByRole('textbox', { name: 'Email' }).fill('ines@example.com');
    await page.getByLabelText('Password *').fill('correct horse');
    await userEvent.keyboard('{Enter}');

    await expect.element(page.getByRole('heading', { level: 1, name: 'One more step' })).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Code of your authenticator app' })).toHaveFocus();
    await userEvent.keyboard('123456{Enter}');
    await expect.element(page.getByRole('heading', { level: 1, name: /Ines/ })).toBeVisible();
    expect(page.path()).toBe('/home?a=1');
  });

  test('says when the code is wrong, and offers a recovery code', async () => {
    signedOut();
    answerEmptyHome();
    answer(factorRoutes.waysOfSignIn, { ways: ['totp', 'recovery-code'] });
    answer(factorRoutes.secondFactor, ({ body }) => {
      if (body.way === 'recovery-code') return entersAs('admin');
      throw problems.badCode();
    });
    const page = await renderPage('/second-factor');
    await page.getByRole('textbox', { name: 'Code of your authenticator app' }).fill('000000');
    await page.getByRole('button', { name: 'CONFIRM' }).click();
    await expect.element(page.getByText('Invalid or expired OTP')).toBeVisible();

    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill('abcde-fghij');
    await page.getByRole('button', { name: 'CONFIRM' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: /Ines/ })).toBeVisible();
  });

  test('goes back to the login when it took too long, and keeps what was wished for', async () => {
    signedOut();
    answer(loginRoutes.providers, { items: [] });
    answer(factorRoutes.waysOfSignIn, () => {
      throw problems.signInExpired();
    });
    const page = await renderPage('/second-factor?next=%2Ftasks');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Login' })).toBeVisible();
    expect(page.path()).toBe('/login?next=%2Ftasks');
  });

  test('says so, too, when it ends while the code is typed', async () => {
    signedOut();
    answer(loginRoutes.providers, { items: [] });
    let isOver = false;
    answer(factorRoutes.waysOfSignIn, () => {
      if (isOver) throw problems.signInExpired();
      return { ways: ['totp' as const] };
    });
    answer(factorRoutes.secondFactor, () => {
      isOver = true;
      throw problems.signInExpired();
    });
    const page = await renderPage('/second-factor');
    await page.getByRole('textbox', { name: 'Code of your authenticator app' }).fill('123456');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Login' })).toBeVisible();
    await expect.element(page.getByText('Please sign in again.')).toBeVisible();
  });

  test('a passkey that was cancelled says so, and can be tried again', async () => {
    signedOut();
    answer(factorRoutes.waysOfSignIn, { ways: ['passkey'] });
    answer(factorRoutes.secondFactorOptions, {
      challenge: 'AAAA',
      rpId: 'elsewhere.example',
      timeout: 1000,
      userVerification: 'required',
      allowCredentials: [],
    });
    const page = await renderPage('/second-factor');
    await page.getByRole('button', { name: 'USE A PASSKEY' }).click();
    await expect.element(page.getByText('It was cancelled or took too long. Please try again.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'USE A PASSKEY' })).toBeEnabled();
  });
});
