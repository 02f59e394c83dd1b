import { describe, expect, test } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import { stripeAccountRoutes } from '#domain/stripe-accounts/routes.ts';
import type { StripeConnection } from '#domain/stripe-accounts/stripe-account.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { answerPaymentSettings, noConnection } from '#web/testing/payment-settings.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const started: StripeConnection = {
  ...noConnection,
  state: 'onboarding',
  accountId: 'acct_1Shop',
  country: 'NO',
  wanted: ['A bank account for payouts'],
  connectedAt: '2026-11-20T09:00:00.000Z',
};
const ready: StripeConnection = { ...started, state: 'ready', chargesEnabled: true, payoutsEnabled: true, wanted: [] };

async function settings(connection: StripeConnection, path = '/settings/payments') {
  signedInAs('admin');
  answerPaymentSettings({ connection });
  const page = await renderPage(path);
  const section = page.getByRole('region', { name: 'Stripe account' });
  await expect.element(section).toBeVisible();
  return { page, section };
}

/** Stripe's page, as far as the browser that runs the test goes. */
const leadsTo = (name: string) => ({ url: `#${name}` });

describe('a business without a Stripe account', () => {
  test.each([
    ['none', 'Customers cannot pay yet'],
    ['platform', 'Payments go to the account of this installation'],
  ] as const)('%s: is told where money goes', async (state, says) => {
    const { section } = await settings({ ...noConnection, state });
    await expect.element(section.getByText(says)).toBeVisible();
  });

  test('chooses its country and goes to Stripe', async () => {
    const { page, section } = await settings(noConnection);
    answer(stripeAccountRoutes.connect, ({ body }) => leadsTo(`onboarding-${body.country}`));
    await section.getByRole('button', { name: 'Connect Stripe' }).click();
    await expect.element(section.getByText('Two letters, such as US')).toBeVisible();
    await section.getByRole('combobox', { name: 'Country of the business' }).click();
    await page.getByRole('option', { name: 'Norway' }).click();
    await section.getByRole('button', { name: 'Connect Stripe' }).click();
    await expect.poll(() => location.hash).toBe('#onboarding-NO');
  });

  test('is told at the field that Stripe does not work in its country', async () => {
    const { section } = await settings({ ...noConnection, country: 'TH' });
    answer(stripeAccountRoutes.connect, () => {
      throw problems.invalid([{ pointer: '/body/country', detail: 'Stripe does not work in this country yet' }]);
    });
    await section.getByRole('button', { name: 'Connect Stripe' }).click();
    await expect.element(section.getByText('Stripe does not work in this country yet')).toBeVisible();
  });

  test('is told why it has none any more', async () => {
    const { section } = await settings({ ...noConnection, disabledReason: 'The business took the access back.' });
    await expect.element(section.getByText('The business took the access back.')).toBeVisible();
  });
});

describe('a business with a Stripe account', () => {
  test.each<[string, Partial<StripeConnection>, string]>([
    ['what is still wanted', started, 'Not finished'],
    ['that Stripe is at it', { ...started, wanted: [] }, 'Being checked'],
    ['that it is ready', ready, 'Ready'],
    ['that money cannot leave yet', { ...ready, payoutsEnabled: false }, 'Ready, payouts off'],
    ['that it is switched off', { ...started, wanted: [], disabledReason: 'Stripe rejected it.' }, 'Switched off'],
  ])('sees %s', async (_, connection, word) => {
    const { section } = await settings({ ...noConnection, ...connection });
    await expect.element(section.getByText(word, { exact: true })).toBeVisible();
    await expect.element(section.getByText('acct_1Shop')).toBeVisible();
    const wanted = section.getByRole('list', { name: 'Stripe still asks for:' });
    await expect.poll(() => wanted.query() !== null).toBe(word === 'Not finished');
  });

  test('goes on where it left off', async () => {
    const { section } = await settings(started);
    answer(stripeAccountRoutes.connect, ({ body }) => leadsTo(`more-${body.country}`));
    await section.getByRole('button', { name: 'Go on at Stripe' }).click();
    await expect.poll(() => location.hash).toBe('#more-NO');
  });

  test('that comes back from Stripe sees what Stripe says now, not what coming back claims', async () => {
    answer(stripeAccountRoutes.refresh, started);
    const { section } = await settings(noConnection, '/settings/payments?stripe=back');
    await expect.element(section.getByText('Not finished')).toBeVisible();
    answer(stripeAccountRoutes.refresh, ready);
    await section.getByRole('button', { name: 'Ask Stripe again' }).click();
    await expect.element(section.getByText('Ready', { exact: true })).toBeVisible();
  });

  test('whose link was used or too old gets another and goes straight on', async () => {
    answer(stripeAccountRoutes.connect, leadsTo('a-new-link'));
    await settings(started, '/settings/payments?stripe=again');
    await expect.poll(() => location.hash).toBe('#a-new-link');
  });

  test('is told when Stripe does not answer, and can try again', async () => {
    answer(stripeAccountRoutes.connect, () => {
      throw problems.busy(1);
    });
    const { section } = await settings(started, '/settings/payments?stripe=again');
    await expect.element(section.getByRole('alert')).toBeVisible();
    answer(stripeAccountRoutes.connect, leadsTo('at-last'));
    await section.getByRole('button', { name: 'Retry' }).click();
    await expect.poll(() => location.hash).toBe('#at-last');
  });

  test('disconnects it after a question', async () => {
    const { page, section } = await settings(ready);
    answer(stripeAccountRoutes.disconnect, { ...noConnection, country: 'NO' });
    await section.getByRole('button', { name: 'Disconnect…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Disconnect this Stripe account?' });
    await expect.element(dialog.getByText(/can still be given back/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect.element(page.getByText('Stripe account disconnected')).toBeVisible();
    await expect.element(section.getByText('Customers cannot pay yet')).toBeVisible();
    await expect.element(section.getByRole('combobox', { name: 'Country of the business' })).toHaveValue('Norway');
  });
});

test('a failed reading can be tried again', async () => {
  signedInAs('admin');
  answerPaymentSettings();
  answer(stripeAccountRoutes.read, () => {
    throw problems.notFound('The business');
  });
  const page = await renderPage('/settings/payments');
  const section = page.getByRole('region', { name: 'Stripe account' });
  await expect.element(section.getByRole('alert')).toBeVisible();
  // In one go: a window that gets the focus reads again by itself.
  const retry = section.getByRole('button', { name: 'Retry' }).element() as HTMLElement;
  answer(stripeAccountRoutes.read, ready);
  retry.click();
  await expect.element(section.getByText('acct_1Shop')).toBeVisible();
});

test('the settings of payments are not open to a manager', async () => {
  answerEmptyHome();
  signedInAs('manager');
  const page = await renderPage('/settings/payments');
  await expect.element(page.getByRole('heading', { name: 'This page is not open to you' })).toBeVisible();
});
