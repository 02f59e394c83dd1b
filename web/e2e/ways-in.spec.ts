import { expect } from '@playwright/test';
import { codeFor } from '#infra/people/person.ts';
import { origin, password, submitCode } from './people.ts';
import { openWithInes, signUp } from './shop.ts';
import { signedIn } from './signed-in.ts';
import { test } from './test.ts';

test('F012 F014 F026 somebody comes in by a code alone, and sets a new password for one forgotten', async ({
  browser,
}) => {
  const opened = await openWithInes();
  const { slug, of } = opened;
  const { email } = of('Dipika Sarraf');
  const { person: dipika } = await signUp(opened, 'Dipika Sarraf', 'Ring resize');
  const first = await signedIn(browser, dipika, '/waiting');
  await expect(first.getByText('Your form has not been verified yet!')).toBeVisible();

  // The passwordless way, at another desk.
  const other = await (await browser.newContext()).newPage();
  await other.goto(`${origin()}/w/${slug}/login`);
  await other.getByLabel('Email').fill(email);
  await other.getByRole('button', { name: 'Email me a code' }).click();
  await other.getByRole('button', { name: 'SEND OTP' }).click();
  await submitCode(other, email);
  await expect(other).toHaveURL(/\/waiting$/);
  await other.getByRole('button', { name: 'LOGOUT' }).click();
  await expect(other).toHaveURL(/\/login$/);

  // The forgotten password: the first desk is signed out by it.
  await other.getByRole('link', { name: 'Reset Password' }).click();
  await other.getByLabel('Email').fill(email);
  await other.getByRole('button', { name: 'SEND OTP' }).click();
  await other.getByLabel('OTP').first().waitFor();
  await other
    .getByLabel('OTP')
    .first()
    .fill(await codeFor(process.env['STARONE_MAIL']!, email));
  const renewed = `${password} renewed`;
  await other.getByLabel('New password *', { exact: true }).fill(renewed);
  await other.getByLabel('New password again').fill(renewed);
  await other.getByRole('button', { name: 'RESET PASSWORD' }).click();
  await expect(other.getByText('Password reset successfully')).toBeVisible();
  await expect(first).toHaveURL(/\/login/);

  await other.getByLabel('Email').fill(email);
  await other.getByLabel('Password *').fill(password);
  await other.getByRole('button', { name: 'LOGIN' }).click();
  await expect(other.getByText('Invalid email or password')).toBeVisible();
  await other.getByLabel('Password *').fill(renewed);
  await other.getByRole('button', { name: 'LOGIN' }).click();
  await expect(other).toHaveURL(/\/waiting$/);
});
