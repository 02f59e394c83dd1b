import { expect, test } from 'vitest';
import { startReceiver } from './testing/receiver.ts';
import { openShop, order, pay, typesOf } from './testing/shop.ts';

test('an endpoint made by the API hears what it asked for, signed with its own secret', async () => {
  const shop = await openShop();
  const other = await startReceiver();
  const endpoint = await shop.stripe.webhookEndpoints.create({
    url: other.url,
    enabled_events: ['charge.succeeded', 'checkout.session.completed'],
    description: 'Second',
  });
  other.secret = String(endpoint.secret);
  expect(other.secret).toMatch(/^whsec_/);
  expect((await shop.stripe.webhookEndpoints.retrieve(endpoint.id)).secret).toBeUndefined();

  await shop.pay(await shop.checkout());
  expect(typesOf(await other.count(2)).toSorted()).toEqual(['charge.succeeded', 'checkout.session.completed']);
  expect(await shop.receiver.count(4)).toHaveLength(4);
  expect(other.problems).toEqual([]);
  await other.close();
});

test('an endpoint for connected accounts hears of them alone', async () => {
  const shop = await openShop();
  const other = await startReceiver();
  const endpoint = await shop.stripe.webhookEndpoints.create({
    url: other.url,
    enabled_events: ['charge.succeeded'],
    connect: true,
  });
  other.secret = String(endpoint.secret);
  await shop.pay(await shop.checkout());
  await pay(await shop.client({ account: 'acct_ada' }).checkout.sessions.create(order()));
  expect((await other.count(1)).map(({ account }) => account)).toEqual(['acct_ada']);
  await shop.receiver.count(8);
  expect(other.events).toHaveLength(1);
  await other.close();
});

test('disabled, moved and deleted', async () => {
  const shop = await openShop();
  const other = await startReceiver();
  const { id, secret } = await shop.stripe.webhookEndpoints.create({
    url: 'http://127.0.0.1:9/',
    enabled_events: ['*'],
    description: 'Nobody there',
  });
  other.secret = String(secret);
  expect((await shop.stripe.webhookEndpoints.list()).data.map((endpoint) => endpoint.id)).toContain(id);
  expect(await shop.stripe.webhookEndpoints.update(id, { disabled: true })).toMatchObject({ status: 'disabled' });
  await shop.pay(await shop.checkout());
  await shop.stripe.webhookEndpoints.update(id, { disabled: false, url: other.url });
  await shop.pay(await shop.checkout());
  expect(await other.count(4)).toHaveLength(4);

  expect(await shop.stripe.webhookEndpoints.del(id)).toMatchObject({ deleted: true });
  await expect(shop.stripe.webhookEndpoints.retrieve(id)).rejects.toMatchObject({ statusCode: 404 });
  await shop.pay(await shop.checkout());
  await shop.receiver.count(12);
  expect(other.events).toHaveLength(4);
  await other.close();
});

test('what it was sent before it came up waits for it', async () => {
  const shop = await openShop();
  const absent = await startReceiver();
  await absent.close();
  const { secret } = await shop.stripe.webhookEndpoints.create({ url: absent.url, enabled_events: ['*'] });
  await shop.pay(await shop.checkout());
  const late = await startReceiver(Number(new URL(absent.url).port));
  late.secret = String(secret);
  expect(await late.count(4)).toHaveLength(4);
  await late.close();
});
