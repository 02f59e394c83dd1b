import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { factorRoutes } from '#domain/factors/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { answer } from '#web/testing/answer.ts';
import { answerProfile } from '#web/testing/profile.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const codes = Array.from({ length: 10 }, (_, at) => `abcd${at}-fghij`);

/** The profile of somebody whose session was not proved for a while. */
async function stale(ways: ('password' | 'code' | 'totp')[]) {
  signedInAs('customer');
  answerProfile();
  answer(factorRoutes.state, { totp: { since: '2026-11-20T09:00:00.000Z' }, recoveryCodesLeft: 3, passkeys: [] });
  let isFresh = false;
  answer(factorRoutes.renewRecoveryCodes, () => {
    if (!isFresh) throw problems.stepUpNeeded();
    return { recoveryCodes: codes };
  });
  answer(factorRoutes.waysOfStepUp, { ways });
  const page = await renderPage('/profile');
  await page.getByRole('button', { name: 'New codes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await expect.element(dialog).toBeVisible();
  return { page, dialog, prove: () => void (isFresh = true) };
}

describe('ASVS 7.5.1 a sensitive change in a session that was not proved for a while', () => {
  test('asks for the password by keyboard, and then goes on by itself', async () => {
    const { page, dialog, prove } = await stale(['password', 'code']);
    answer(factorRoutes.stepUp, ({ body }) => {
      if (body.way !== 'password' || body.current !== 'correct horse') throw problems.wrongPassword();
      prove();
    });
    await dialog.getByLabelText('Password *').fill('wrong horse');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog.getByText('This is not your password')).toBeVisible();
    await dialog.getByLabelText('Password *').fill('correct horse');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('list', { name: 'Recovery codes' }).getByText('abcd0-fghij')).toBeVisible();
  });

  test('may be confirmed by a code of the e-mail, sent only when it is asked for', async () => {
    const { page, dialog, prove } = await stale(['password', 'code']);
    const ticket = 'a-ticket-of-the-server';
    answer(factorRoutes.sendStepUpCode, { ticket, resendAfterSeconds: 100 });
    answer(factorRoutes.stepUp, ({ body }) => {
      expect(body).toEqual({ way: 'code', ticket, code: '123456' });
      prove();
    });
    await dialog.getByRole('button', { name: 'Get a code by e-mail' }).click();
    await dialog.getByRole('button', { name: 'SEND ME A CODE' }).click();
    await dialog.getByRole('textbox', { name: 'Code of the e-mail' }).fill('123456');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('list', { name: 'Recovery codes' })).toBeVisible();
  });

  test('is not made when it is cancelled, and can be tried again', async () => {
    const { page, dialog } = await stale(['totp']);
    await expect.element(dialog.getByRole('textbox', { name: 'Code of your authenticator app' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('Please confirm that it is you')).toBeVisible();
    await page.getByRole('button', { name: 'New codes' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible();
  });
});
