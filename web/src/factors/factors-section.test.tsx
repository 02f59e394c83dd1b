import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Factors } from '#domain/factors/factor.ts';
import { factorRoutes } from '#domain/factors/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { answer } from '#web/testing/answer.ts';
import { answerProfile } from '#web/testing/profile.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const codes = Array.from({ length: 10 }, (_, at) => `abcd${at}-fghij`);
const phone: Factors['passkeys'][number] = {
  id: '0193f0a0-0000-7000-8000-000000000007',
  name: 'My phone',
  device: 'Chrome on Android',
  createdAt: '2026-11-20T09:00:00.000Z',
  lastUsedAt: null,
};

async function profileWith(factors: Partial<Factors>) {
  signedInAs('employee');
  answerProfile();
  const state: Factors = { totp: null, recoveryCodesLeft: 0, passkeys: [], ...factors };
  answer(factorRoutes.state, () => state);
  const page = await renderPage('/profile');
  return { page, section: page.getByRole('region', { name: 'Two-step sign-in' }), state };
}

describe('F063 the profile', () => {
  test('sets up an authenticator app: QR code and key, a wrong code, the right one, ten recovery codes', async () => {
    const { page, section, state } = await profileWith({});
    answer(factorRoutes.beginTotp, {
      uri: 'otpauth://totp/StarOne%20CRM:ines%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=StarOne+CRM',
      secret: 'JBSWY3DPEHPK3PXP',
    });
    answer(factorRoutes.confirmTotp, ({ body }) => {
      if (body.code !== '123456') throw problems.badCode();
      state.totp = { since: '2026-11-21T09:00:00.000Z' };
      state.recoveryCodesLeft = 10;
      return { recoveryCodes: codes };
    });
    await section.getByRole('button', { name: 'Set up' }).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
    await expect.element(dialog.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Code that the app shows' }).fill('000000');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog.getByText('Invalid or expired OTP')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Code that the app shows' }).fill('123456');
    await userEvent.keyboard('{Enter}');

    await expect.element(dialog.getByRole('list', { name: 'Recovery codes' }).getByText('abcd9-fghij')).toBeVisible();
    const download = dialog.getByRole('link', { name: 'Download' });
    await expect.element(download).toHaveAttribute('download', 'starone-recovery-codes.txt');
    expect(decodeURIComponent(download.element().getAttribute('href') ?? '')).toContain(codes.join('\n'));
    await dialog.getByRole('button', { name: 'I HAVE KEPT THEM' }).click();
    await expect.element(section.getByText('10 of 10 left')).toBeVisible();
    await expect.element(section.getByRole('button', { name: 'Remove the authenticator app' })).toBeVisible();
  });

  test('shows each passkey, renames it and removes it after a question', async () => {
    const { page, section, state } = await profileWith({ passkeys: [phone], recoveryCodesLeft: 8 });
    answer(factorRoutes.renamePasskey, ({ params, body }) => {
      expect(params.passkeyId).toBe(phone.id);
      state.passkeys = [{ ...phone, name: body.name }];
      return state.passkeys[0]!;
    });
    answer(factorRoutes.removePasskey, () => {
      state.passkeys = [];
    });
    await expect.element(section.getByText('Passkey made in Chrome on Android, not used yet')).toBeVisible();
    await expect.element(section.getByText('8 of 10 left')).toBeVisible();
    await section.getByRole('button', { name: 'Rename My phone' }).click();
    const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
    await name.fill('');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Please fill this in')).toBeVisible();
    await name.fill('Blue key');
    await userEvent.keyboard('{Enter}');

    await section.getByRole('button', { name: 'Remove Blue key' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect.element(page.getByText('Passkey removed')).toBeVisible();
    await expect.element(section.getByText('Blue key')).not.toBeInTheDocument();
  });

  test('says what failed, and keeps the rest', async () => {
    const { page, section } = await profileWith({ totp: { since: '2026-11-20T09:00:00.000Z' } });
    answer(factorRoutes.removeTotp, () => {
      throw problems.unavailable('The store');
    });
    await section.getByRole('button', { name: 'Remove the authenticator app' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect.element(page.getByText('Nothing was changed. Please try again.')).toBeVisible();
    await expect.element(section.getByText('On since 20 Nov 2026')).toBeVisible();
  });
});
