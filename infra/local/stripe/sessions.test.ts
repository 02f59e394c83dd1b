import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { line, openShop, order, typesOf } from './testing/shop.ts';

const minute = 60;
const now = () => Math.floor(Date.now() / 1000);

describe('a checkout session', () => {
  test('is open and unpaid, has a page, and lives a day', async () => {
    const shop = await openShop();
    const session = await shop.checkout({ client_reference_id: 'c1', locale: 'en' });
    expect(session).toMatchObject({
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      client_reference_id: 'c1',
      url: `${shop.local.url}/pay/${session.id}`,
    });
    expect(session.expires_at - session.created).toBe(24 * 60 * minute);
    expect(session.lastResponse.requestId).toMatch(/^req_/);
  });

  test('adds up its lines and lists them in the order given', async () => {
    const shop = await openShop();
    const session = await shop.checkout({ line_items: [line(1000, 'usd', 'Gold', 2), line(550, 'usd', 'Silver')] });
    expect(session.amount_total).toBe(2550);
    const listed = await shop.stripe.checkout.sessions.listLineItems(session.id);
    expect(listed.data.map(({ description, amount_total }) => [description, amount_total])).toEqual([
      ['Gold', 2000],
      ['Silver', 550],
    ]);
    const expanded = await shop.stripe.checkout.sessions.retrieve(session.id, { expand: ['line_items'] });
    expect(expanded.line_items?.data).toHaveLength(2);
  });

  test('can be expired by the business: its page says so, and takes no card', async () => {
    const shop = await openShop();
    const session = await shop.checkout();
    expect(await shop.stripe.checkout.sessions.expire(session.id)).toMatchObject({ status: 'expired', url: null });
    const answer = await shop.pay(session);
    expect([answer.status, await answer.text()]).toEqual([
      410,
      expect.stringContaining('This payment link has expired'),
    ]);
    await expect(shop.stripe.checkout.sessions.expire(session.id)).rejects.toThrow('has a status of expired');
    expect(typesOf(await shop.receiver.count(1))).toEqual(['checkout.session.expired']);
  });

  test('expires by itself when its time has come, and takes its payment intent with it', async () => {
    const shop = await openShop();
    const session = await shop.checkout({ expires_at: now() + 31 * minute });
    await shop.pay(session, '4000000000000002');
    shop.local.controls.setClock(30 * minute);
    expect((await shop.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');
    shop.local.controls.setClock(31 * minute);
    expect((await shop.stripe.checkout.sessions.retrieve(session.id)).status).toBe('expired');
    expect((await shop.stripe.paymentIntents.list()).data[0]?.status).toBe('canceled');
  });

  test('that is paid never expires', async () => {
    const shop = await openShop();
    const session = await shop.checkout();
    await shop.pay(session);
    shop.local.controls.setClock(48 * 60 * minute);
    expect((await shop.stripe.checkout.sessions.retrieve(session.id)).status).toBe('complete');
    await expect(shop.stripe.checkout.sessions.expire(session.id)).rejects.toThrow('has a status of complete');
  });
});

describe('bad parameters', () => {
  const lines = (change: object) => ({ line_items: [{ ...line(100, 'usd'), ...change }] });
  const price = (change: object) => lines({ price_data: { ...line(100, 'usd').price_data, ...change } });

  test.each<[string, object, { code?: string; param?: string; message?: string }]>([
    ['an unknown name', { colour: 'red' }, { code: 'parameter_unknown', param: 'colour' }],
    ['an unknown name inside', lines({ colour: 'red' }), { code: 'parameter_unknown', param: 'line_items[0][colour]' }],
    ['no lines', { line_items: undefined }, { code: 'parameter_missing', param: 'line_items' }],
    ['no mode', { mode: undefined }, { code: 'parameter_missing', param: 'mode' }],
    ['no success page', { success_url: undefined }, { code: 'parameter_missing', param: 'success_url' }],
    [
      'no currency',
      price({ currency: undefined }),
      { code: 'parameter_missing', param: 'line_items[0][price_data][currency]' },
    ],
    [
      'an unknown currency',
      price({ currency: 'zzz' }),
      { param: 'line_items[0][price_data][currency]', message: 'Invalid currency: zzz' },
    ],
    [
      'a broken amount',
      price({ unit_amount: 10.5 }),
      { code: 'parameter_invalid_integer', message: 'Invalid integer: 10.5' },
    ],
    ['an amount of zero', price({ unit_amount: 0 }), { code: 'parameter_invalid_integer' }],
    ['a negative amount', price({ unit_amount: -1 }), { code: 'parameter_invalid_integer' }],
    ['less than Stripe takes', price({ unit_amount: 49 }), { code: 'amount_too_small' }],
    ['more than Stripe takes', price({ unit_amount: 100_000_000 }), { code: 'amount_too_large' }],
    ['no quantity', lines({ quantity: undefined }), { code: 'parameter_missing', param: 'line_items[0][quantity]' }],
    ['two currencies', { line_items: [line(100, 'usd'), line(100, 'eur')] }, { param: 'line_items' }],
    ['an empty name', price({ product_data: { name: '' } }), { code: 'parameter_invalid_empty' }],
    ['a page that is no address', { success_url: '/thanks' }, { code: 'url_invalid', param: 'success_url' }],
    ['a page that is a script', { cancel_url: 'javascript:alert(1)' }, { code: 'url_invalid', param: 'cancel_url' }],
    ['a bad e-mail', { customer_email: 'ada' }, { code: 'email_invalid', param: 'customer_email' }],
    ['a metadata value too long', { metadata: { a: 'x'.repeat(501) } }, { param: 'metadata[a]' }],
    ['an expiry too near', { expires_at: now() + 60 }, { param: 'expires_at' }],
    [
      'an unknown expansion',
      { expand: ['colour'] },
      { param: 'expand', message: 'This property cannot be expanded (colour).' },
    ],
  ])('%s: 400, and nothing is made', async (_, change, expected) => {
    const shop = await openShop();
    await expect(shop.stripe.checkout.sessions.create({ ...order(), ...change })).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      statusCode: 400,
      ...expected,
    });
    expect((await shop.stripe.checkout.sessions.list()).data).toEqual([]);
  });

  test('the smallest amounts that pass', async () => {
    const shop = await openShop();
    expect((await shop.checkout({ line_items: [line(50, 'usd')] })).amount_total).toBe(50);
    expect((await shop.checkout({ line_items: [line(1, 'kwd')] })).amount_total).toBe(1);
  });

  test('empty metadata values are left out, and a number is a name like any other', async () => {
    const shop = await openShop();
    const { metadata } = await shop.checkout({ metadata: { 0: 'zero', gone: '' } });
    expect(metadata).toEqual({ 0: 'zero' });
  });
});

describe('what is not covered', () => {
  test('a route: a clear 501 in the envelope of Stripe', async () => {
    const shop = await openShop();
    await expect(shop.stripe.products.create({ name: 'Gold' })).rejects.toMatchObject({
      statusCode: 501,
      code: 'not_covered',
      message: 'The local Stripe does not cover POST /v1/products.',
    });
  });

  test.each<Partial<Stripe.Checkout.SessionCreateParams>>([{ mode: 'subscription' }, { customer: 'cus_1' }])(
    'a parameter: %j',
    async (change) => {
      const shop = await openShop();
      await expect(shop.checkout(change)).rejects.toMatchObject({ statusCode: 501, code: 'not_covered' });
    },
  );

  test('an address of no page: 404', async () => {
    const shop = await openShop();
    expect((await fetch(`${shop.local.url}/pay/cs_test_none`)).status).toBe(404);
    expect((await fetch(`${shop.local.url}/anything`)).status).toBe(404);
  });
});

describe('who may ask', () => {
  test('without a key: 401', async () => {
    const shop = await openShop();
    const answer = await fetch(`${shop.local.url}/v1/charges`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
    await expect(shop.client({ key: 'pk_test_public' }).charges.list()).rejects.toMatchObject({
      type: 'StripeAuthenticationError',
      message: 'Invalid API Key provided: pk_****',
    });
  });

  test('each connected account sees only its own, and its events name it', async () => {
    const shop = await openShop();
    const ada = shop.client({ account: 'acct_ada' });
    const bob = shop.client({ account: 'acct_bob' });
    const session = await ada.checkout.sessions.create(order());
    for (const stranger of [bob, shop.stripe]) {
      await expect(stranger.checkout.sessions.retrieve(session.id)).rejects.toMatchObject({ code: 'resource_missing' });
      await expect(stranger.checkout.sessions.expire(session.id)).rejects.toMatchObject({ statusCode: 404 });
      expect((await stranger.checkout.sessions.list()).data).toEqual([]);
    }
    await shop.pay(session);
    expect((await bob.events.list()).data).toEqual([]);
    expect((await shop.receiver.count(4)).map(({ account }) => account)).toEqual(Array(4).fill('acct_ada'));
    expect((await ada.events.list()).data).toHaveLength(4);
  });

  test('an account that is none: 403', async () => {
    const shop = await openShop();
    await expect(shop.client({ account: 'nobody' }).charges.list()).rejects.toMatchObject({ statusCode: 403 });
  });
});
