import { CosmosClient, type Database } from '@azure/cosmos';
import { QueueServiceClient } from '@azure/storage-queue';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { healthRoutes } from '#domain/health/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import type { Migration } from '#domain/schema/migrations.ts';
import { schema } from '#domain/schema/schema.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { runMigrations } from '#functions/schema/run-migrations.ts';
import { storedVersionIn } from '#functions/schema/stored-version.ts';
import { startProduct } from '../testing/product.ts';
import { type Business, openForTest } from './business-under-test.ts';
import { runFunction } from './run-function.ts';

// Seen to fail with `raise` before the migrations have run: the program that serves refused after the failure already.

const next = { version: schema.version + 1, oldest: schema.version };
const seenWithin = { timeout: 20_000, interval: 200 };

/** What the next version of the program would bring with it. */
const noteLength = (isMended: boolean): Migration => ({
  id: 'rooms-length-of-text',
  to: next.version,
  container: 'rooms',
  migrate: (document) => {
    if (document['kind'] !== 'message' || 'length' in document) return null;
    if (!isMended && document['text'] === 'the third line') throw new TypeError('This text has no length');
    return { ...document, length: String(document['text']).length };
  },
});

let product: Awaited<ReturnType<typeof startProduct>>;
let business: Business;
let client: CosmosClient;
let database: Database;

beforeAll(async () => {
  product = await startProduct();
  business = await openForTest({ origin: product.origin, mailUrl: product.azure.mail.url }, 1);
  client = new CosmosClient(product.settings.COSMOS);
  database = client.database('crm');
});
afterAll(async () => {
  client.dispose();
  await product.close();
});

const person = () => business.customers[0]!.person;
const roomId = () => business.customers[0]!.taskId;
const say = (text: string) =>
  person().send(roomRoutes.send, { params: { roomId: roomId() }, body: { messageId: crypto.randomUUID(), text } });
const health = async () => (await person().send(healthRoutes.check)).body;
const waitingIn = async (storage: string, queue: string) => {
  const queues = QueueServiceClient.fromConnectionString(storage);
  return (await queues.getQueueClient(queue).getProperties()).approximateMessagesCount;
};
const migrate = (isMended: boolean) =>
  runMigrations({ database, schema: next, migrations: [noteLength(isMended)], until: new Date(Date.now() + 60_000) });

test('a migration that fails half-way leaves the old program serving, and one that ends stops it from writing', async () => {
  for (const text of ['the first line', 'the second line', 'the third line'])
    expect((await say(text)).status).toBe(201);

  await expect(migrate(false)).rejects.toThrow('rooms-length-of-text stopped at the document');
  expect(await storedVersionIn(database).read()).toBe(schema.version);
  expect((await say('the fourth line')).status).toBe(201);
  expect(await health()).toMatchObject({ status: 'ok', schema: { stored: schema.version, state: 'ok' } });

  expect(await migrate(true)).toBe(next.version);
  await expect.poll(async () => (await say('one line more')).status, seenWithin).toBe(503);
  expect((await say('one line more')).body).toMatchObject({
    type: '/problems/schema-version',
    detail: expect.stringContaining(
      `writes version ${schema.version} of the stored data, which are of version ${next.version}`,
    ),
  });
  const { items } = await person().call(taskRoutes.list);
  expect(items.map(({ id }) => id)).toEqual([roomId()]);
  const refusing = { status: 'failed', schema: { stored: next.version, state: 'failed' } };
  await expect.poll(health, seenWithin).toMatchObject(refusing);
});

test('what nobody asked for holds too: timers and feeds fail and come again, a message is put back for later', async () => {
  const { api, azure } = product;
  await expect(runFunction(api, 'tasks-purge')).rejects.toThrow('version');
  await expect(runFunction(api, 'payments-inbox', [])).rejects.toThrow('version');
  await runFunction(api, 'imports-step', { workspaceId: business.workspaceId, importId: crypto.randomUUID() });
  expect(await waitingIn(azure.azurite.connectionString, 'imports')).toBe(1);
});

test('where the stored data are of the old version again, it writes again', async () => {
  await storedVersionIn(database).raise(next.version, schema.version);
  await expect.poll(async () => (await say('and on')).status, seenWithin).toBe(201);
});
