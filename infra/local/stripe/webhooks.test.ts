import { createServer, type ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { close, listen } from '../listen.ts';
import { startReceiver } from './testing/receiver.ts';
import { openShop, typesOf } from './testing/shop.ts';

const patiently = { timeout: 10_000 };
const four = ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed'];

test('a refused event is sent again until it is taken', async () => {
  const shop = await openShop();
  shop.receiver.answers.push(500, 302);
  await shop.pay(await shop.checkout());
  const events = await shop.receiver.count(6);
  for (const refused of events.slice(0, 2)) {
    expect(events.filter(({ id }) => id === refused.id)).toHaveLength(2);
  }
  expect(new Set(typesOf(events))).toEqual(new Set(four));
  await expect
    .poll(() => shop.local.controls.deliveries().map(({ state }) => state), patiently)
    .toEqual(Array(4).fill('delivered'));
});

test('an event says how many deliveries it still waits for', async () => {
  const shop = await openShop();
  shop.local.setWebhook(undefined);
  await shop.pay(await shop.checkout());
  expect((await shop.stripe.events.list()).data.map((event) => event.pending_webhooks)).toEqual([1, 1, 1, 1]);
  shop.local.setWebhook(shop.receiver);
  await shop.receiver.count(4);
  const [event] = (await shop.stripe.events.list()).data;
  await expect
    .poll(async () => (await shop.stripe.events.retrieve(String(event?.id))).pending_webhooks, patiently)
    .toBe(0);
});

test('a receiver that comes up late gets everything, in order', async () => {
  const shop = await openShop();
  const absent = await startReceiver();
  await absent.close();
  shop.local.setWebhook(absent);
  await shop.pay(await shop.checkout());
  await expect.poll(() => shop.local.controls.deliveries()[0]?.last_result, patiently).toContain('fetch failed');

  const late = await startReceiver();
  shop.local.setWebhook(late);
  expect(typesOf(await late.count(4))).toEqual(four);
  expect(late.problems).toEqual([]);
  await late.close();
});

test('a receiver that takes over while a try at another is on its way gets everything, in order', async () => {
  const shop = await openShop();
  const { promise: firstTry, resolve: asked } = Promise.withResolvers<ServerResponse>();
  const busy = createServer((_request, response) => asked(response));
  shop.local.setWebhook({ ...shop.receiver, url: `http://127.0.0.1:${await listen(busy, 0)}/` });
  await shop.pay(await shop.checkout());
  const answer = await firstTry;

  shop.local.setWebhook(shop.receiver);
  answer.writeHead(500).end();
  expect(typesOf(await shop.receiver.count(4))).toEqual(four);
  await close(busy);
});

test('the list of webhook endpoints shows the one that is set', async () => {
  const shop = await openShop();
  expect((await shop.stripe.webhookEndpoints.list()).data.map(({ url }) => url)).toEqual([shop.receiver.url]);
  shop.local.setWebhook(undefined);
  expect((await shop.stripe.webhookEndpoints.list()).data).toEqual([]);
});

test('dropped: the event is listed and never sent', async () => {
  const shop = await openShop();
  shop.local.controls.disturbWebhooks({ drop: 3 });
  await shop.pay(await shop.checkout());
  expect(typesOf(await shop.receiver.count(1))).toEqual(['checkout.session.completed']);
  expect(typesOf((await shop.stripe.events.list()).data)).toEqual(four.toReversed());
});

test('duplicated: the same event comes twice', async () => {
  const shop = await openShop();
  shop.local.controls.disturbWebhooks({ duplicate: 4 });
  await shop.pay(await shop.checkout());
  expect(typesOf(await shop.receiver.count(8))).toEqual(four.flatMap((type) => [type, type]));
});

test('reordered: the newest comes first', async () => {
  const shop = await openShop();
  shop.local.controls.disturbWebhooks({ reorder: 4 });
  await shop.pay(await shop.checkout());
  expect(typesOf(await shop.receiver.count(4))).toEqual(four.toReversed());
});

test('delayed: a later event overtakes it', async () => {
  const shop = await openShop();
  shop.local.controls.disturbWebhooks({ delay: 1, delayMs: 300 });
  await shop.pay(await shop.checkout());
  expect(typesOf(await shop.receiver.count(4))).toEqual([...four.slice(1), four[0]]);
});

test('answer lost: the receiver has done its work and is asked again', async () => {
  const shop = await openShop();
  shop.local.controls.disturbWebhooks({ failNext: 1 });
  await shop.pay(await shop.checkout());
  expect(typesOf(await shop.receiver.count(5)).filter((type) => type === four[0])).toHaveLength(2);
});

test('several are on their way at once, and a slow one holds back no other', async () => {
  const shop = await openShop();
  const held: ServerResponse[] = [];
  const seen = Promise.withResolvers<void>();
  const slow = createServer((_request, response) => {
    held.push(response);
    if (held.length === 4) seen.resolve();
  });
  shop.local.setWebhook({ url: `http://127.0.0.1:${await listen(slow, 0)}/`, secret: 'whsec_slow' });
  await shop.pay(await shop.checkout());
  await seen.promise;
  held.pop()?.writeHead(500).end();
  for (const response of held.splice(0)) response.end();
  const states = () => shop.local.controls.deliveries().map(({ state, attempts }) => `${state} ${attempts}`);
  await expect.poll(() => states().filter((state) => state === 'delivered 1'), patiently).toHaveLength(3);
  await expect.poll(() => held.length, patiently).toBe(1);
  held.pop()?.end();
  await expect
    .poll(() => states().toSorted(), patiently)
    .toEqual([...Array<string>(3).fill('delivered 1'), 'delivered 2']);
  await close(slow);
});

test('no more are on their way than an endpoint asks for', async () => {
  const shop = await openShop();
  const held: ServerResponse[] = [];
  let most = 0;
  const server = createServer((_request, response) => {
    most = Math.max(most, held.push(response));
    // Answers in pairs: with fewer on their way than two it would wait for ever.
    if (held.length === 2) for (const one of held.splice(0)) one.end();
  });
  shop.local.setWebhook({ url: `http://127.0.0.1:${await listen(server, 0)}/`, secret: 'whsec_two', inFlight: 2 });
  await Promise.all([shop.checkout(), shop.checkout(), shop.checkout()].map(async (made) => shop.pay(await made)));
  const areDelivered = () => shop.local.controls.deliveries().map(({ state }) => state);
  await expect.poll(areDelivered, patiently).toEqual(Array<string>(12).fill('delivered'));
  expect(most).toBe(2);
  await close(server);
});

test('controls work over HTTP too, and say what they do not know', async () => {
  const shop = await openShop();
  const control = (name: string, body: object) =>
    fetch(`${shop.local.url}/_control/${name}`, { method: 'POST', body: JSON.stringify(body) });
  expect((await control('webhooks', { drop: 4 })).status).toBe(200);
  await shop.pay(await shop.checkout());
  const listed = await fetch(`${shop.local.url}/_control/deliveries`);
  expect(await listed.json()).toMatchObject({ deliveries: Array(4).fill({ state: 'dropped', attempts: 0 }) });
  const [session] = (await shop.stripe.checkout.sessions.list()).data;
  const payment = String(session?.id);
  expect(await (await control('refund', { payment, amount: 100 })).json()).toMatchObject({ object: 'refund' });
  expect(await (await control('dispute', { payment, to: 'open' })).json()).toMatchObject({ status: 'needs_response' });
  expect(await (await control('dispute', { payment, to: 'won' })).json()).toMatchObject({ status: 'won' });
  const { id } = await shop.stripe.accounts.create({});
  expect((await control('account', { account: id, to: 'enabled' })).status).toBe(200);
  expect((await control('webhooks', { dorp: 4 })).status).toBe(400);
  expect((await control('nothing', {})).status).toBe(400);
});

test('an event that never happened can be signed and sent, with any secret, at any time', async () => {
  const shop = await openShop();
  const object = await shop.checkout();
  const request = {
    type: 'checkout.session.completed',
    object: JSON.parse(JSON.stringify(object)) as Record<string, unknown>,
  };
  const sent = await shop.local.controls.send({ ...request, event: { id: 'evt_chosen' } });
  expect(sent).toEqual({ status: 200, result: '200 thanks' });
  expect(shop.receiver.events.map(({ id }) => id)).toEqual(['evt_chosen']);

  await shop.local.controls.send({ ...request, secret: 'whsec_wrong' });
  await shop.local.controls.send({ ...request, timestamp: 1_000_000_000 });
  expect(shop.receiver.events).toHaveLength(1);
  expect(shop.receiver.problems.splice(0)).toEqual([
    expect.stringContaining('No signatures found matching the expected signature'),
    expect.stringContaining('Timestamp outside the tolerance zone'),
  ]);
});
