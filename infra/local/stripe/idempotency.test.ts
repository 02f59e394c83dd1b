import { expect, test } from 'vitest';
import { openShop, order } from './testing/shop.ts';

const key = { idempotencyKey: 'checkout:p1:1' };

test('the same key with the same parameters answers the same, and makes nothing new', async () => {
  const shop = await openShop();
  const first = await shop.stripe.checkout.sessions.create(order(), key);
  const again = await shop.stripe.checkout.sessions.create(order(), key);
  expect(again).toEqual(first);
  expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
  expect(again.lastResponse.headers).toMatchObject({
    'idempotent-replayed': 'true',
    'original-request': first.lastResponse.requestId,
  });
  expect((await shop.stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test('the answer is the first one even when the object has moved on', async () => {
  const shop = await openShop();
  const first = await shop.stripe.checkout.sessions.create(order(), key);
  await shop.pay(first);
  expect((await shop.stripe.checkout.sessions.create(order(), key)).status).toBe('open');
});

test('the same key with other parameters, or on another route, is refused', async () => {
  const shop = await openShop();
  const session = await shop.stripe.checkout.sessions.create(order(), key);
  const refusal = { type: 'StripeIdempotencyError', statusCode: 400 };
  const other = order({ customer_email: 'ada@example.com' });
  await expect(shop.stripe.checkout.sessions.create(other, key)).rejects.toMatchObject(refusal);
  await expect(shop.stripe.checkout.sessions.expire(session.id, {}, key)).rejects.toMatchObject(refusal);
});

test('keys of two accounts do not meet', async () => {
  const shop = await openShop();
  const ada = await shop.client({ account: 'acct_ada' }).checkout.sessions.create(order(), key);
  const bob = await shop.client({ account: 'acct_bob' }).checkout.sessions.create(order(), key);
  expect(ada.id).not.toBe(bob.id);
});

test('a key is forgotten after a day', async () => {
  const shop = await openShop();
  const first = await shop.stripe.checkout.sessions.create(order(), key);
  // A minute of room on both sides: the machine's own seconds go on between the two requests.
  shop.local.controls.setClock(24 * 60 * 60 - 60);
  expect((await shop.stripe.checkout.sessions.create(order(), key)).id).toBe(first.id);
  shop.local.controls.setClock(24 * 60 * 60 + 60);
  expect((await shop.stripe.checkout.sessions.create(order(), key)).id).not.toBe(first.id);
});

test('a request refused for its parameters leaves its key free', async () => {
  const shop = await openShop();
  await expect(shop.stripe.checkout.sessions.create(order({ success_url: 'nowhere' }), key)).rejects.toThrow(
    'Not a valid URL',
  );
  expect((await shop.stripe.checkout.sessions.create(order(), key)).status).toBe('open');
});

test('a refusal that depends on the state is kept', async () => {
  const shop = await openShop();
  await shop.pay(await shop.checkout());
  const [charge] = (await shop.stripe.charges.list()).data;
  const refund = { charge: String(charge?.id) };
  await shop.stripe.refunds.create(refund);
  const twice = () => shop.stripe.refunds.create(refund, { idempotencyKey: 'again' });
  await expect(twice()).rejects.toMatchObject({ code: 'charge_already_refunded' });
  await expect(twice()).rejects.toMatchObject({ headers: { 'idempotent-replayed': 'true' } });
});

test('while the first answer is on its way, the same key is told to wait', async () => {
  const shop = await openShop();
  shop.local.controls.disturbApi({ count: 1, delayMs: 1000 });
  const create = () => shop.stripe.checkout.sessions.create(order(), key);
  const results = await Promise.allSettled([create(), create()]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { statusCode: 409, code: 'idempotency_key_in_use' },
  });
  expect((await create()).status).toBe('open');
  expect((await shop.stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test('a connection cut after the work: the same key brings the answer, and nothing twice', async () => {
  const shop = await openShop();
  // The SDK tries once more by itself when a connection is closed.
  shop.local.controls.disturbApi({ count: 2, cut: true });
  await expect(shop.stripe.checkout.sessions.create(order(), key)).rejects.toMatchObject({
    type: 'StripeConnectionError',
  });
  const found = await shop.stripe.checkout.sessions.create(order(), key);
  expect((await shop.stripe.checkout.sessions.list()).data.map(({ id }) => id)).toEqual([found.id]);
});

test.each([429, 503])('a %i on purpose does nothing, once', async (status) => {
  const shop = await openShop();
  shop.local.controls.disturbApi({ count: 1, status });
  await expect(shop.checkout()).rejects.toMatchObject({ statusCode: status });
  expect((await shop.stripe.checkout.sessions.list()).data).toEqual([]);
});

test('of a hundred at once with one key one does the work; the others are told to wait, or the same', async () => {
  const shop = await openShop();
  const results = await Promise.allSettled(
    Array.from({ length: 100 }, () => shop.stripe.checkout.sessions.create(order(), key)),
  );
  const made = results.filter((result) => result.status === 'fulfilled').map(({ value }) => value.id);
  const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason as object);
  expect(new Set(made).size).toBe(1);
  for (const refusal of refused) expect(refusal).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
  expect((await shop.stripe.checkout.sessions.list()).data.map(({ id }) => id)).toEqual([made[0]]);
});

test('the SDK waits by itself until the first answer is there', async () => {
  const shop = await openShop();
  const patient = { ...key, maxNetworkRetries: 2 };
  shop.local.controls.disturbApi({ count: 1, delayMs: 200 });
  const create = () => shop.stripe.checkout.sessions.create(order(), patient);
  const [one, other] = await Promise.all([create(), create()]);
  expect(one.id).toBe(other.id);
});
