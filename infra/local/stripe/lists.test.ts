import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { idOf } from './ids.ts';
import { openShop, type Shop } from './testing/shop.ts';

async function threeSessions(shop: Shop): Promise<[string, string, string]> {
  const [a, b, c] = [await shop.checkout(), await shop.checkout(), await shop.checkout()];
  return [a.id, b.id, c.id];
}

test('lists run newest first and are paged both ways', async () => {
  const shop = await openShop();
  const [a, b, c] = await threeSessions(shop);
  const page = async (params: Stripe.Checkout.SessionListParams) => {
    const { data, has_more } = await shop.stripe.checkout.sessions.list(params);
    return [data.map(({ id }) => id), has_more];
  };
  expect(await page({})).toEqual([[c, b, a], false]);
  expect(await page({ limit: 2 })).toEqual([[c, b], true]);
  expect(await page({ limit: 2, starting_after: b })).toEqual([[a], false]);
  expect(await page({ limit: 1, ending_before: a })).toEqual([[b], true]);
  expect(await page({ limit: 2, ending_before: a })).toEqual([[c, b], false]);
  expect(await page({ starting_after: a })).toEqual([[], false]);
});

test('the SDK pages through everything by itself', async () => {
  const shop = await openShop();
  const ids = await threeSessions(shop);
  const found: string[] = [];
  for await (const { id } of shop.stripe.checkout.sessions.list({ limit: 1 })) found.push(id);
  expect(found).toEqual(ids.toReversed());
});

test('lists are filtered by the moment of creation', async () => {
  const shop = await openShop();
  const old = await shop.checkout();
  shop.local.controls.setClock(100);
  const young = await shop.checkout();
  const ids = async (created: { gt?: number; gte?: number; lt?: number; lte?: number } | number) =>
    (await shop.stripe.checkout.sessions.list({ created })).data.map(({ id }) => id);
  expect(await ids({ gte: young.created })).toEqual([young.id]);
  expect(await ids({ gt: old.created })).toEqual([young.id]);
  expect(await ids({ lt: young.created })).toEqual([old.id]);
  expect(await ids({ gte: old.created, lte: young.created })).toEqual([young.id, old.id]);
  expect(await ids(young.created)).toEqual([young.id]);
});

test('events are filtered by type, with a star for the rest of a name', async () => {
  const shop = await openShop();
  await shop.pay(await shop.checkout());
  const types = async (params: { type?: string; types?: string[] }) =>
    (await shop.stripe.events.list(params)).data.map(({ type }) => type);
  expect(await types({ type: 'charge.succeeded' })).toEqual(['charge.succeeded']);
  expect(await types({ types: ['charge.succeeded', 'checkout.session.completed'] })).toEqual([
    'checkout.session.completed',
    'charge.succeeded',
  ]);
  expect(await types({ type: 'payment_intent.*' })).toEqual(['payment_intent.succeeded', 'payment_intent.created']);
});

test('sessions are found by status and by payment intent', async () => {
  const shop = await openShop();
  const paid = await shop.checkout();
  const open = await shop.checkout();
  await shop.pay(paid);
  const { data } = await shop.stripe.checkout.sessions.list({ status: 'complete', expand: ['data.payment_intent'] });
  expect(data).toMatchObject([{ id: paid.id, payment_intent: { status: 'succeeded' } }]);
  expect((await shop.stripe.checkout.sessions.list({ status: 'open' })).data.map(({ id }) => id)).toEqual([open.id]);
  const intent = (await shop.stripe.checkout.sessions.retrieve(paid.id)).payment_intent;
  expect((await shop.stripe.checkout.sessions.list({ payment_intent: idOf(intent) })).data).toHaveLength(1);
});

test.each<[object, object]>([
  [{ limit: 0 }, { code: 'parameter_invalid_integer', param: 'limit' }],
  [{ limit: 101 }, { param: 'limit' }],
  [{ starting_after: 'cs_none' }, { code: 'resource_missing', param: 'starting_after' }],
  [{ colour: 'red' }, { code: 'parameter_unknown', param: 'colour' }],
  [{ created: { since: 1 } }, { code: 'parameter_unknown', param: 'created[since]' }],
])('%j is refused', async (params, expected) => {
  const shop = await openShop();
  await expect(shop.stripe.checkout.sessions.list(params)).rejects.toMatchObject({ statusCode: 400, ...expected });
});
