import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factorRoutes } from '#domain/factors/routes.ts';
import { fileRoutes } from '#domain/files/routes.ts';
import { healthRoutes } from '#domain/health/routes.ts';
import { importRoutes } from '#domain/imports/routes.ts';
import { loginRoutes } from '#domain/logins/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { photoRoutes } from '#domain/photos/routes.ts';
import { placeRoutes } from '#domain/places/routes.ts';
import { receiptRoutes } from '#domain/receipts/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { aPhoto } from '#functions/testing/a-photo.ts';
import { freePorts } from '../local/ports.ts';
import { startStack, type Stack } from '../local/stack.ts';
import { payOnPage } from '../people/pay.ts';
import type { Person } from '../people/person.ts';
import { type Business, openForTest } from '../reliability/business-under-test.ts';
import { packageAlone } from './package-alone.ts';

// What is imported when it is first needed is missing then, or never: so every such library is needed here once.

const within = { timeout: 20_000, interval: 200 };
let deployed: Awaited<ReturnType<typeof packageAlone>>;
let dir: string;
let stack: Stack;
let business: Business;
let customer: Person;
let roomId: string;

beforeAll(async () => {
  deployed = await packageAlone();
  dir = await mkdtemp(join(tmpdir(), 'starone-'));
  stack = await startStack({ dir, ports: freePorts, log: () => undefined, app: deployed.folder });
  business = await openForTest({ origin: stack.origin, mailUrl: stack.azure.mail.url }, 1);
  ({ person: customer, taskId: roomId } = business.customers[0]!);
});
afterAll(async () => {
  await stack.close();
  await rm(dir, { recursive: true, force: true });
  await deployed[Symbol.asyncDispose]();
});

test('everything it depends on answers, mail by its own library', async () => {
  expect(await customer.call(healthRoutes.check)).toMatchObject({ status: 'ok' });
});

test('a customer who signed up and was verified writes in the room of their task', async () => {
  const body = { messageId: crypto.randomUUID(), text: 'Here I am' };
  await customer.call(roomRoutes.send, { params: { roomId }, body });
  const { items } = await customer.call(roomRoutes.messages, { params: { roomId } });
  expect(items).toContainEqual(expect.objectContaining({ kind: 'message', text: 'Here I am' }));
});

test('a payment moves the segments, and its receipt is drawn', async () => {
  const payersNow = async () => (await business.admin.call(segmentRoutes.summary)).payers;
  expect(await payersNow()).toBe(0);
  const body = { taskId: roomId, amount: 4200, currency: business.currency, attemptId: crypto.randomUUID() };
  const { url, paymentId } = await customer.call(paymentRoutes.checkout, { body });
  await payOnPage(url);
  await customer.call(paymentRoutes.confirm, { params: { paymentId } });
  await expect.poll(payersNow, within).toBe(1);
  const pdf = async () => (await customer.send(receiptRoutes.pdf, { params: { paymentId } })).body;
  await expect.poll(pdf, within).toMatch(/^%PDF/);
});

test('a list is written as a workbook', async () => {
  const { status, body } = await business.admin.send(paymentRoutes.exportXlsx);
  expect([status, String(body).slice(0, 2)]).toEqual([200, 'PK']);
});

test('a history is brought in from a file', async () => {
  const file = new Blob(['customer,date,amount\nAda,2026-01-05,12.50\n'], { type: 'text/csv' });
  const { id } = await business.bringIn(file);
  await business.isIn(id);
  expect(await business.admin.call(importRoutes.get, { params: { importId: id } })).toMatchObject({ added: 1 });
});

test('a photo is cut, and a file is looked at', async () => {
  await customer.call(photoRoutes.change, { file: await aPhoto() });
  const sent = {
    params: { roomId },
    query: { fileId: crypto.randomUUID() },
    file: new Blob([await aPhoto()], { type: 'application/octet-stream' }),
    fileName: 'ring.png',
  };
  expect((await customer.send(fileRoutes.addToRoom, sent)).status).toBe(201);
});

test('a passkey is begun, a town found, and the way to another company known', async () => {
  expect(await customer.call(factorRoutes.beginPasskey)).toMatchObject({ challenge: expect.any(String) });
  const { items } = await business.admin.call(placeRoutes.search, { query: { q: 'tromso' } });
  expect(items[0]).toMatchObject({ name: 'Tromsø' });
  const google = { params: { provider: 'google' as const }, body: { slug: business.slug } };
  expect((await customer.call(loginRoutes.start, google)).url).toContain('code_challenge');
});
