import { afterEach, describe, expect, test } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import { factorRoutes } from '#domain/factors/routes.ts';
import { loginRoutes } from '#domain/logins/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerTasks } from '#web/testing/answer-tasks.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { entersAs, renderPage, signedOut } from '#web/testing/render-page.tsx';
import { rememberPlace } from './way-back.ts';

const state = 's'.repeat(43);
const back = `/oauth/google?code=the-code&state=${state}&iss=https%3A%2F%2Faccounts.google.com`;

afterEach(() => sessionStorage.clear());

describe('coming back from a company', () => {
  test('F033 "User authenticated successfully", and the person is in', async () => {
    signedOut();
    answerEmptyHome();
    answer(loginRoutes.finish, ({ params, body }) => {
      expect(params).toEqual({ provider: 'google' });
      expect(body).toEqual({ code: 'the-code', state, iss: 'https://accounts.google.com' });
      return { outcome: entersAs('admin'), next: null };
    });
    const page = await renderPage(back);
    await expect.element(page.getByText('User authenticated successfully')).toBeVisible();
    await expect.poll(() => page.path()).toBe('/home');
  });

  test('the person goes on to what they wished to see', async () => {
    signedOut();
    answerTasks();
    answer(loginRoutes.finish, () => ({ outcome: entersAs('admin'), next: '/tasks?status=pending' }));
    const page = await renderPage(back);
    await expect.element(page.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible();
    expect(page.path()).toBe('/tasks?status=pending');
  });

  test('a second factor is asked for after a company as well', async () => {
    signedOut();
    answer(loginRoutes.finish, { outcome: { step: 'second-factor', ways: ['totp'] }, next: null });
    answer(factorRoutes.waysOfSignIn, { ways: ['totp'] });
    const page = await renderPage(back);
    await expect.element(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
    expect(page.path()).toBe('/second-factor');
  });

  test('a sign-in that has expired says so, with the way back to where it began', async () => {
    signedOut();
    rememberPlace({ pathname: '/login', search: '?next=%2Ftasks' });
    answer(loginRoutes.finish, () => {
      throw problems.loginLapsed();
    });
    const page = await renderPage(back);
    await expect.element(page.getByRole('alert')).toMatchTextContent('This sign-in has expired');
    await page.getByRole('link', { name: 'Go back' }).click();
    await expect.element(page.getByRole('heading', { name: 'Login' })).toBeVisible();
    expect(page.path()).toBe('/login?next=%2Ftasks');
  });

  test('who cancelled at the company reads so, and nothing is sent', async () => {
    signedOut();
    const page = await renderPage(`/oauth/facebook?error=access_denied&state=${state}`);
    await expect.element(page.getByRole('alert')).toMatchTextContent('Sign-in with Facebook was cancelled');
    await expect.element(page.getByRole('link', { name: 'Go back' })).toBeVisible();
  });

  test.each(['/oauth/google', '/oauth/google?code=the-code', `/oauth/nobody?code=a&state=${state}`, '/microsoft'])(
    '%s, opened by hand, is no sign-in',
    async (path) => {
      signedOut();
      const page = await renderPage(path);
      await expect.element(page.getByRole('alert')).toBeVisible();
      await expect.element(page.getByRole('link', { name: 'Go back' })).toHaveAttribute('href', '/login');
    },
  );

  test('a place to go back to on another site is not followed', async () => {
    signedOut();
    sessionStorage.setItem('login-from', '//evil.example');
    const page = await renderPage('/oauth/google');
    await expect.element(page.getByRole('link', { name: 'Go back' })).toHaveAttribute('href', '/login');
  });
});

test('W13 without an address that the company vouches for, a code is sent to one', async () => {
  signedOut();
  answerEmptyHome();
  answer(loginRoutes.finish, { outcome: { step: 'email', name: 'Dipika Sarraf', email: null }, next: null });
  answer(loginRoutes.askCode, ({ body }) => {
    expect(body).toEqual({ email: 'dipika@example.com' });
    return { ticket: 't'.repeat(43), resendAfterSeconds: 100 };
  });
  answer(loginRoutes.prove, ({ body }) => {
    if (body.code !== '123456') throw problems.badCode();
    return entersAs('admin');
  });
  const page = await renderPage(`/oauth/facebook?code=the-code&state=${state}`);

  await page.getByRole('textbox', { name: 'Email' }).fill('Dipika@Example.com');
  await page.getByRole('button', { name: 'SEND OTP' }).click();
  await page.getByRole('textbox', { name: 'OTP' }).fill('000000');
  await page.getByRole('button', { name: 'SUBMIT OTP' }).click();
  await expect.element(page.getByText('Invalid or expired OTP')).toBeVisible();
  await page.getByRole('textbox', { name: 'OTP' }).fill('123456');
  await page.getByRole('button', { name: 'SUBMIT OTP' }).click();
  await expect.element(page.getByText('User authenticated successfully')).toBeVisible();
});
