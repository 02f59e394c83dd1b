import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { expect, type Page } from '@playwright/test';
import { totpStep } from '#domain/factors/factor.ts';
import { origin, password } from './people.ts';
import { openWithInes } from './shop.ts';
import { signedIn } from './signed-in.ts';
import { test } from './test.ts';

/** What an authenticator app shows; one step later where the code of this step is used up. */
const codeOf = (key: string, stepsLater = 0): Promise<string> =>
  createOTP(new TextDecoder().decode(base32.decode(key))).hotp(totpStep(new Date()) + stepsLater);

async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page.getByRole('heading', { name: 'Login' })).toBeVisible();
}

async function givePassword(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'LOGIN', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
}

/** A finger that is always on the sensor of this page's device. */
async function addSensor(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('F063 an admin sets up an authenticator app and a passkey, and signs in with each', async ({ browser }) => {
  const { ines, of } = await openWithInes();
  const { email } = of('Ines Halvorsen');

  // The app: key, first code, recovery codes.
  const page = await signedIn(browser, ines, '/profile');
  const section = page.getByRole('region', { name: 'Two-step sign-in' });
  await section.getByRole('button', { name: 'Set up' }).click();
  const key = (await page.getByRole('dialog').locator('code').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code that the app shows').fill(await codeOf(key));
  await page.getByRole('button', { name: 'TURN ON' }).click();
  const items = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(items).toHaveCount(10);
  const codes = await items.allInnerTexts();
  await page.getByRole('button', { name: 'I HAVE KEPT THEM' }).click();
  await expect(section.getByText('10 of 10 left')).toBeVisible();

  // The password alone leads no further than the second step.
  await logOut(page);
  await givePassword(page, email);
  await page.goto(`${origin()}/home`);
  await expect(page).toHaveURL(/\/login/);
  await givePassword(page, email);
  await page.getByLabel('Code of your authenticator app').fill(await codeOf(key, 1));
  await page.getByRole('button', { name: 'CONFIRM' }).click();
  await expect(page).toHaveURL(/\/home$/);

  // The phone is lost: a recovery code lets in once.
  await logOut(page);
  for (const isFirst of [true, false]) {
    await givePassword(page, email);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(codes[0]!);
    await page.getByRole('button', { name: 'CONFIRM' }).click();
    if (!isFirst) break;
    await expect(page).toHaveURL(/\/home$/);
    await logOut(page);
  }
  await expect(page.getByText('Not one of your unused recovery codes')).toBeVisible();
  await page.getByLabel('Recovery code').fill(codes[1]!);
  await page.getByRole('button', { name: 'CONFIRM' }).click();
  await expect(page).toHaveURL(/\/home$/);

  // A passkey, and with it alone back in.
  await addSensor(page);
  await page.goto(`${origin()}/profile`);
  await section.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('My laptop');
  await page.getByRole('button', { name: 'CREATE PASSKEY' }).click();
  await expect(section.getByText(/Passkey made in Chrom.* on Linux, not used yet/)).toBeVisible();
  await logOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page).toHaveURL(/\/home$/);

  // In a session that was not proved for a while a change asks who sits there, and then goes on by itself.
  await page.goto(`${origin()}/profile`);
  await page.route(
    '**/api/me/totp',
    (route) =>
      route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        json: { type: '/problems/step-up-needed', title: 'Please confirm that it is you', status: 403 },
      }),
    { times: 1 },
  );
  await section.getByRole('button', { name: 'Remove the authenticator app' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Confirm that it is you' })
    .getByRole('button', { name: 'Use a passkey' })
    .click();
  await page.getByRole('button', { name: 'USE A PASSKEY', exact: true }).click();
  await expect(page.getByText('Authenticator app removed')).toBeVisible();
  await expect(section.getByText('Not set up')).toBeVisible();
});
