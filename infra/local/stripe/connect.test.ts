import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { openShop, order, pay, type Shop, typesOf } from './testing/shop.ts';

const pages = { refresh_url: 'https://crm.example/again', return_url: 'https://crm.example/back' };
const business = { name: 'Ada & Co', url: 'https://ada.example', bankAccount: '000123456789' };

const fullControl = {
  stripe_dashboard: { type: 'full' },
  fees: { payer: 'account' },
  losses: { payments: 'stripe' },
  requirement_collection: 'stripe',
} as const;

const link = (shop: Shop, account: string) =>
  shop.stripe.accountLinks.create({ account, type: 'account_onboarding', ...pages });

const visit = (url: string | URL) => fetch(url, { redirect: 'manual' });
const send = (page: URL, fields: Record<string, string>) =>
  fetch(page, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });

/** Opens a link as a browser does; the address of the form behind it. */
async function openForm(shop: Shop, account: string): Promise<URL> {
  const { url } = await link(shop, account);
  const { headers } = await visit(url);
  return new URL(String(headers.get('location')), url);
}

async function onboarded(shop: Shop, params: Stripe.AccountCreateParams = {}): Promise<Stripe.Account> {
  const { id } = await shop.stripe.accounts.create(params);
  await send(await openForm(shop, id), { ...business, do: 'finish' });
  return shop.stripe.accounts.retrieve(id);
}

describe('an account', () => {
  test('begins unable to take money, and says what it still wants', async () => {
    const shop = await openShop();
    const account = await shop.stripe.accounts.create({
      country: 'IN',
      controller: fullControl,
      email: 'ada@example.com',
      metadata: { workspaceId: 'w1' },
    });
    expect(account).toMatchObject({
      type: 'none',
      country: 'IN',
      default_currency: 'inr',
      charges_enabled: false,
      payouts_enabled: false,
      details_submitted: false,
      controller: fullControl,
      metadata: { workspaceId: 'w1' },
      requirements: { disabled_reason: 'requirements.past_due' },
    });
    expect(account.requirements?.currently_due).toContain('external_account');
    expect(await shop.stripe.accounts.retrieve(account.id)).toMatchObject({ id: account.id });
    await expect(shop.client({ account: account.id }).checkout.sessions.create(order())).rejects.toThrow(
      'cannot currently make live charges',
    );
  });

  test.each([
    ['standard', 'full', 'account'],
    ['express', 'express', 'application_express'],
    ['custom', 'none', 'application_custom'],
  ] as const)('of type %s has the dashboard %s, and %s pays the fees', async (type, dashboard, payer) => {
    const shop = await openShop();
    expect(await shop.stripe.accounts.create({ type })).toMatchObject({
      type,
      controller: { stripe_dashboard: { type: dashboard }, fees: { payer } },
    });
  });

  test.each<[string, Stripe.AccountCreateParams, object]>([
    ['in no country of Stripe', { country: 'ZZ' }, { code: 'country_unsupported', param: 'country' }],
    ['with a type and a controller', { type: 'express', controller: fullControl }, { param: 'type' }],
    ['of an unknown type', { type: 'grand' }, { param: 'type' }],
  ])('%s is refused', async (_, params, expected) => {
    const shop = await openShop();
    await expect(shop.stripe.accounts.create(params)).rejects.toMatchObject({ statusCode: 400, ...expected });
  });

  test('is listed, changed, and finds itself', async () => {
    const shop = await openShop();
    const first = await shop.stripe.accounts.create({});
    const { id } = await shop.stripe.accounts.create({});
    expect((await shop.stripe.accounts.list()).data.map((account) => account.id)).toEqual([id, first.id]);
    const changed = await shop.stripe.accounts.update(id, {
      business_profile: { name: 'Ada & Co' },
      metadata: { a: 'b' },
    });
    expect(changed).toMatchObject({ business_profile: { name: 'Ada & Co', url: null }, metadata: { a: 'b' } });
    expect(await shop.client({ account: id }).accounts.retrieveCurrent()).toMatchObject({ id });
    await expect(shop.client({ account: first.id }).accounts.retrieve(id)).rejects.toMatchObject({ statusCode: 403 });
    await expect(shop.stripe.accounts.retrieve('acct_none')).rejects.toMatchObject({
      type: 'StripePermissionError',
      code: 'account_invalid',
    });
  });
});

describe('an account link', () => {
  test('opens the pages once; used again it leads to where one asks for another', async () => {
    const shop = await openShop();
    const { id } = await shop.stripe.accounts.create({});
    const { url, expires_at, created } = await link(shop, id);
    expect(expires_at - created).toBe(300);
    expect(url.startsWith(`${shop.local.url}/connect/`)).toBe(true);

    const form = new URL(String((await visit(url)).headers.get('location')), url);
    for (const _ of ['opened', 'loaded again']) expect(await (await visit(form)).text()).toContain('Business name');
    const again = await visit(url);
    expect([again.status, again.headers.get('location')]).toEqual([303, pages.refresh_url]);
  });

  test('that is older than five minutes leads there too', async () => {
    const shop = await openShop();
    const { id } = await shop.stripe.accounts.create({});
    const { url } = await link(shop, id);
    shop.local.controls.setClock(301);
    expect((await visit(url)).headers.get('location')).toBe(pages.refresh_url);
  });

  test('of nobody, or to no page, is refused', async () => {
    const shop = await openShop();
    await expect(link(shop, 'acct_none')).rejects.toMatchObject({ statusCode: 403 });
    const { id } = await shop.stripe.accounts.create({});
    const badly = { account: id, type: 'account_onboarding', ...pages, return_url: '/back' };
    await expect(shop.stripe.accountLinks.create(badly)).rejects.toMatchObject({ param: 'return_url' });
    expect((await visit(`${shop.local.url}/connect/link_none`)).status).toBe(404);
  });
});

describe('the onboarding page', () => {
  test('finished: the business takes money, and the platform hears of it', async () => {
    const shop = await openShop();
    const { id } = await shop.stripe.accounts.create({});
    const form = await openForm(shop, id);
    const answer = await send(form, { ...business, do: 'finish' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, pages.return_url]);
    expect(await shop.stripe.accounts.retrieve(id)).toMatchObject({
      charges_enabled: true,
      payouts_enabled: true,
      details_submitted: true,
      business_profile: { name: 'Ada & Co', url: 'https://ada.example' },
      capabilities: { card_payments: 'active' },
      requirements: { currently_due: [], disabled_reason: null },
    });
    expect(await shop.receiver.count(1)).toMatchObject([
      { type: 'account.updated', account: id, data: { previous_attributes: { charges_enabled: false } } },
    ]);
    const session = await shop.client({ account: id }).checkout.sessions.create(order());
    expect((await pay(session)).status).toBe(303);
  });

  test('left unfinished: one is back, and nothing has changed', async () => {
    const shop = await openShop();
    const { id } = await shop.stripe.accounts.create({});
    const answer = await send(await openForm(shop, id), { do: 'leave' });
    expect(answer.headers.get('location')).toBe(pages.return_url);
    expect(await shop.stripe.accounts.retrieve(id)).toMatchObject({ details_submitted: false, charges_enabled: false });
  });

  test.each([
    [{ name: '' }, 'Enter the name of your business.'],
    [{ url: 'ada' }, 'Enter a web address'],
    [{ bankAccount: '12' }, 'Enter an account number'],
  ])('%j is refused beside its field, and the rest is kept', async (fields, message) => {
    const shop = await openShop();
    const { id } = await shop.stripe.accounts.create({});
    const answer = await send(await openForm(shop, id), { ...business, do: 'finish', ...fields });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(message);
    expect(page).toContain('aria-invalid="true"');
    expect((await shop.stripe.accounts.retrieve(id)).details_submitted).toBe(false);
  });
});

describe('what Stripe or the business decides later', () => {
  test('charges switched off, and on again', async () => {
    const shop = await openShop();
    const { id } = await onboarded(shop);
    shop.local.controls.account({ account: id, to: 'disabled' });
    expect(await shop.stripe.accounts.retrieve(id)).toMatchObject({
      charges_enabled: false,
      details_submitted: true,
      requirements: { disabled_reason: 'requirements.past_due', past_due: ['individual.verification.document'] },
    });
    await expect(shop.client({ account: id }).checkout.sessions.create(order())).rejects.toMatchObject({
      statusCode: 400,
    });
    shop.local.controls.account({ account: id, to: 'enabled' });
    expect((await shop.client({ account: id }).checkout.sessions.create(order())).status).toBe('open');
    expect(typesOf(await shop.receiver.count(3))).toEqual(Array(3).fill('account.updated'));
  });

  test('an account can be made ready without a browser', async () => {
    const shop = await openShop();
    const { id } = await shop.stripe.accounts.create({});
    shop.local.controls.account({ account: id, to: 'enabled' });
    expect(await shop.stripe.accounts.retrieve(id)).toMatchObject({ charges_enabled: true, details_submitted: true });
  });

  test('taken back: the platform hears of it and reaches the account no more', async () => {
    const shop = await openShop();
    const { id } = await onboarded(shop);
    shop.local.controls.account({ account: id, to: 'deauthorized' });
    expect((await shop.receiver.count(2))[1]).toMatchObject({
      type: 'account.application.deauthorized',
      account: id,
      data: { object: { object: 'application' } },
    });
    const refusal = { type: 'StripePermissionError', code: 'account_invalid', statusCode: 403 };
    await expect(shop.stripe.accounts.retrieve(id)).rejects.toMatchObject(refusal);
    await expect(shop.client({ account: id }).charges.list()).rejects.toMatchObject(refusal);
    await expect(link(shop, id)).rejects.toMatchObject(refusal);
    expect((await shop.stripe.accounts.list()).data).toEqual([]);
  });
});

describe('by the newer API', () => {
  test('an account is the same account in other words', async () => {
    const shop = await openShop();
    const { accounts, accountLinks } = shop.stripe.v2.core;
    const account = await accounts.create({
      contact_email: 'ada@example.com',
      display_name: 'Ada & Co',
      dashboard: 'full',
      identity: { country: 'in' },
      configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
      defaults: { responsibilities: { fees_collector: 'stripe', losses_collector: 'stripe' } },
      include: ['configuration.merchant', 'defaults', 'identity', 'requirements'],
    });
    expect(account).toMatchObject({
      display_name: 'Ada & Co',
      identity: { country: 'in' },
      configuration: { merchant: { capabilities: { card_payments: { status: 'restricted' } } } },
    });
    expect(account.requirements?.entries?.map(({ description }) => description)).toContain('external_account');
    expect(await shop.stripe.accounts.retrieve(account.id)).toMatchObject({ country: 'IN', email: 'ada@example.com' });

    const { url } = await accountLinks.create({
      account: account.id,
      use_case: { type: 'account_onboarding', account_onboarding: { ...pages } },
    });
    const form = new URL(String((await visit(url)).headers.get('location')), url);
    await send(form, { ...business, do: 'finish' });
    expect(await accounts.retrieve(account.id, { include: ['configuration.merchant'] })).toMatchObject({
      configuration: { merchant: { capabilities: { card_payments: { status: 'active' } } } },
    });
    expect((await accounts.retrieve(account.id)).configuration).toBeUndefined();
  });
});
