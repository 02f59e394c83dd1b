import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { entersAs, renderPage, signedInAs, signedOut } from '#web/testing/render-page.tsx';
import { answerEmptyHome } from '#web/testing/empty-home.ts';

describe('signing in', () => {
  test('F005 LOGIN by keyboard brings an admin to Home, F057', async () => {
    signedOut();
    answerEmptyHome();
    answer(accountRoutes.signIn, ({ body }) => {
      expect(body).toEqual({ email: 'ines@example.com', password: 'correct horse' });
      return entersAs('admin');
    });
    const page = await renderPage('/login');

    await page.getByRole('textbox', { name: 'Email' }).fill('Ines@Example.com');
    await userEvent.tab();
    await userEvent.keyboard('correct horse{Enter}');

    await expect.element(page.getByRole('heading', { level: 1, name: /Ines/ })).toBeVisible();
    expect(page.path()).toBe('/home');
  });

  test('F029 a wrong password says "Invalid email or password" with the word Error, and keeps what was typed', async () => {
    signedOut();
    answer(accountRoutes.signIn, () => {
      throw problems.badLogin();
    });
    const page = await renderPage('/login');

    await page.getByRole('textbox', { name: 'Email' }).fill('ines@example.com');
    await page.getByLabelText('Password *').fill('wrong horse');
    await page.getByRole('button', { name: 'LOGIN' }).click();

    const alert = page.getByRole('alert');
    await expect.element(alert).toHaveTextContent('Invalid email or password');
    await expect.element(alert.getByRole('img', { name: 'Error' })).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Email' })).toHaveValue('ines@example.com');
    await expect.element(page.getByLabelText('Password *')).toHaveValue('wrong horse');
  });

  test('F003 F004 empty fields are named, and the first is focused', async () => {
    signedOut();
    const page = await renderPage('/login');

    await page.getByRole('button', { name: 'LOGIN' }).click();

    await expect.element(page.getByText('Please enter a valid e-mail address')).toBeVisible();
    await expect.element(page.getByText('Please enter your password')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Email' })).toHaveFocus();
  });

  test('F010 at a business, its name stands on the panel and Sign Up leads to its own form', async () => {
    signedOut();
    answer(workspaceRoutes.atAddress, { slug: 'marlow-street', name: 'Marlow Street Jewellers' });
    const page = await renderPage('/w/marlow-street/login');

    await expect.element(page.getByText('Marlow Street Jewellers')).toBeVisible();
    await page.getByRole('link', { name: 'Sign Up' }).click();
    await expect.element(page.getByRole('heading', { name: 'Signup' })).toBeVisible();
    expect(page.path()).toBe('/w/marlow-street/signup');
  });

  test('somebody who is signed in is not asked again', async () => {
    signedInAs('admin');
    answerEmptyHome();
    const page = await renderPage('/login');
    await expect.element(page.getByRole('heading', { level: 1, name: /Ines/ })).toBeVisible();
  });
});

describe('a page behind the sign-in', () => {
  test('F058 sends a visitor to Login and, once signed in, back to where they wished to be', async () => {
    signedOut();
    const page = await renderPage('/users/invitations');
    await expect.element(page.getByRole('heading', { name: 'Login' })).toBeVisible();

    answerEmptyHome();
    answer(memberRoutes.invitations, { items: [], nextCursor: null });
    answer(memberRoutes.count, { count: 0, isCapped: false });
    answer(accountRoutes.signIn, () => entersAs('admin'));
    await page.getByRole('textbox', { name: 'Email' }).fill('ines@example.com');
    await page.getByLabelText('Password *').fill('correct horse');
    await page.getByRole('button', { name: 'LOGIN' }).click();

    await expect.element(page.getByRole('tab', { name: 'Invitations', selected: true })).toBeVisible();
    expect(page.path()).toBe('/users/invitations');
  });

  test('a wish for another site is not followed', async () => {
    signedOut();
    answerEmptyHome();
    answer(accountRoutes.signIn, () => entersAs('admin'));
    const page = await renderPage('/login?next=%2F%2Fevil.example');
    await page.getByRole('textbox', { name: 'Email' }).fill('ines@example.com');
    await page.getByLabelText('Password *').fill('correct horse');
    await page.getByRole('button', { name: 'LOGIN' }).click();

    await expect.element(page.getByRole('heading', { level: 1, name: /Ines/ })).toBeVisible();
    expect(page.path()).toBe('/home');
  });

  test('F060 a session that ended on the server leads to Login', async () => {
    signedInAs('admin');
    answerEmptyHome();
    const page = await renderPage('/home');
    await expect.element(page.getByRole('heading', { level: 1, name: /Ines/ })).toBeVisible();

    await goLive();

    signedOut();
    answerEmptyHome({ fail: problems.notSignedIn });
    sendLive({ kind: 'members.changed' });

    await expect.element(page.getByRole('heading', { name: 'Login' })).toBeVisible();
  });
});
