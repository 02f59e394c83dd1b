import { describe, expect, test } from 'vitest';
import { factorRoutes } from '#domain/factors/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { SignInRules } from '#domain/workspaces/sign-in-rules.ts';
import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

describe('F063 somebody whose business demands a second step', () => {
  test('is led to setting one up, and then to where they wanted to go', async () => {
    answerEmptyHome();
    const me = make.me({ role: 'admin' });
    let isOwed = true;
    answer(memberRoutes.me, () => ({ ...me, mustEnrol: isOwed }));
    answer(memberRoutes.count, { count: 0, isCapped: false });
    answer(factorRoutes.beginTotp, { uri: 'otpauth://totp/a?secret=JBSWY3DP', secret: 'JBSWY3DP' });
    answer(factorRoutes.confirmTotp, () => {
      isOwed = false;
      return { recoveryCodes: ['abcde-fghij'] };
    });
    const page = await renderPage('/users?q=marco');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Set up a second step' })).toBeVisible();
    expect(page.path()).toBe('/enrol?next=%2Fusers%3Fq%3Dmarco');
    await page.getByRole('button', { name: 'Authenticator app' }).click();
    await page.getByRole('textbox', { name: 'Code that the app shows' }).fill('123456');
    await page.getByRole('button', { name: 'TURN ON' }).click();
    await page.getByRole('button', { name: 'I HAVE KEPT THEM' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
    expect(page.path()).toBe('/users?q=marco');
  });

  test('is led there, too, when the rule comes in the middle of the work', async () => {
    answerEmptyHome();
    const me = signedInAs('employee');
    const refuse = () => {
      answer(memberRoutes.me, { ...me, mustEnrol: true });
      throw problems.secondFactorRequired();
    };
    answer(taskRoutes.list, refuse);
    const page = await renderPage('/home');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Set up a second step' })).toBeVisible();
  });

  test('who owes nothing is not kept at that page', async () => {
    answerEmptyHome();
    signedInAs('employee');
    const page = await renderPage('/enrol');
    await expect.element(page.getByRole('heading', { level: 1, name: /Ines/ })).toBeVisible();
  });
});

describe('F063 the settings of an admin', () => {
  test('say of whom a second step is demanded', async () => {
    answerEmptyHome();
    signedInAs('admin');
    answer(workspaceRoutes.signInRules, { secondFactorFor: 'nobody', microsoftTenants: [], version: null });
    const saved: SignInRules = { secondFactorFor: 'leaders', microsoftTenants: [], version: '"1"' };
    answer(workspaceRoutes.changeSignInRules, ({ body }) => {
      expect(body).toEqual({ secondFactorFor: 'leaders', microsoftTenants: [] });
      return saved;
    });
    const page = await renderPage('/settings/sign-in');
    await expect.element(page.getByRole('radio', { name: 'Nobody has to, everybody may' })).toBeChecked();
    await page.getByRole('radio', { name: 'Admins and managers' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('Sign-in rules saved')).toBeVisible();
  });

  test('refuse what is no directory id under its field', async () => {
    answerEmptyHome();
    signedInAs('admin');
    answer(workspaceRoutes.signInRules, { secondFactorFor: 'nobody', microsoftTenants: [], version: null });
    const page = await renderPage('/settings/sign-in');
    await page.getByRole('textbox', { name: 'Microsoft directories' }).fill('contoso.com');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText(/A directory id looks like/)).toBeVisible();
  });

  test('are not open to a manager', async () => {
    answerEmptyHome();
    signedInAs('manager');
    const page = await renderPage('/settings/sign-in');
    await expect.element(page.getByRole('heading', { name: 'This page is not open to you' })).toBeVisible();
  });
});
