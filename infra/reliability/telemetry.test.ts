import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { customerRoutes } from '#domain/customers/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Item } from '../local/insights/envelope.ts';
import { Person } from '../people/person.ts';
import { leaksIn, personalDataIn } from '../testing/personal-data.ts';
import { startProduct } from '../testing/product.ts';
import { type Business, openForTest } from './business-under-test.ts';
import { runFunction } from './run-function.ts';
import { openStored } from './stored.ts';

// Seen to fail with the message left in what is told of an error, and with it left in what a feed throws to the host.

let product: Awaited<ReturnType<typeof startProduct>>;
let business: Business;
beforeAll(async () => {
  product = await startProduct();
  business = await openForTest({ origin: product.origin, mailUrl: product.azure.mail.url }, 1);
});
// It throws where personal data stands in the log or in telemetry.
afterAll(() => product.close());

const told = async (query: string): Promise<Item[]> =>
  (await (await fetch(`${product.azure.insights.url}/items?${query}`)).json()) as Item[];
const toldOf = (instance: unknown) => told(`operation=${String(instance).replaceAll('-', '')}`);
const soon = { timeout: 15_000 };

test('F407 a request is told to Application Insights with its time, charge and who, by ids alone', async () => {
  const { customers, workspaceId } = business;
  const [customer] = customers;
  await customer!.person.call(taskRoutes.list);
  const find = async () => (await told('name=tasks-list')).find(({ facts }) => facts['workspace'] === workspaceId);
  await expect.poll(find, soon).toBeDefined();
  const { status, facts } = (await find())!;
  expect(status).toBe('200');
  expect(Number(facts['charge'])).toBeGreaterThan(0);
  expect(Number(facts['operations'])).toBeGreaterThan(0);
  expect(Object.keys(facts).toSorted()).toEqual([
    'charge',
    'invocation',
    'member',
    'operations',
    'trigger',
    'workspace',
  ]);
});

test('what a feed does is told as well', async () => {
  const seats = async () => (await told('name=rooms-keep-seats')).filter(({ facts }) => facts['trigger'] === 'feed');
  await expect.poll(async () => (await seats()).length, soon).toBeGreaterThan(0);
  expect((await seats()).every(({ facts }) => Number(facts['charge']) > 0)).toBe(true);
});

test('F042 errors of every kind are told, and none says what somebody typed', async () => {
  const { customers, slug, workspaceId, admin } = business;
  const { person, taskId } = customers[0]!;
  const { cosmos, mail } = product.azure;
  const stored = openStored(product.settings.COSMOS);
  const secret = 'Agatha Quill of Marlow';

  // The database is away while somebody writes.
  cosmos.faults.add({ container: 'rooms', operation: 'batch', status: 503, times: 50 });
  const message = { messageId: crypto.randomUUID(), text: secret };
  const away = await person.send(roomRoutes.send, { params: { roomId: taskId }, body: message });
  cosmos.faults.clear();
  expect(away.status).toBeGreaterThanOrEqual(500);

  // The mail server refuses the address.
  mail.faults.add({ status: 550, times: 50 });
  const form = { slug, name: secret, email: 'agatha.quill@example.com', password: secret, age: 40, role: 'customer' };
  await new Person(product.origin).send(accountRoutes.signUp, { body: form });
  mail.faults.clear();

  // A stored document that no longer fits its schema.
  const { items } = await admin.call(customerRoutes.list, { query: {} });
  const patch = [{ op: 'set' as const, path: '/bornOn', value: secret }];
  await stored.container('customers').item(items[0]!.id, workspaceId).patch(patch);
  const broken = await admin.send(customerRoutes.get, { params: { customerId: items[0]!.id } });
  expect(broken.status).toBe(500);
  const instance = (broken.body as { instance: string }).instance;
  await expect
    .poll(async () => (await toldOf(instance)).map(({ kind }) => kind).toSorted(), soon)
    .toEqual(['exception', 'request']);

  // What a feed and a queue cannot read.
  const change = { id: crypto.randomUUID(), workspaceId, kind: 'change', what: secret };
  await stored.container('tasks').items.create(change);
  const letters = async () => (await told('kind=event')).filter(({ facts }) => facts['document'] === change.id);
  await expect.poll(async () => (await letters()).length, soon).toBeGreaterThan(0);
  await expect(runFunction(product.api, 'receipts-mail', { [secret]: secret })).rejects.toThrow('receipts-mail');
  stored.close();

  // Requests that are refused for what is in them.
  for (const body of [{ ...form, age: secret }, secret, { [secret]: secret }])
    await new Person(product.origin).send(accountRoutes.signUp, { body });
  await person.send(memberRoutes.list, { query: { search: secret } });

  await expect.poll(async () => (await told('kind=exception')).length, soon).toBeGreaterThanOrEqual(4);
  const said = [await readFile(product.log, 'utf8'), await readFile(product.azure.insights.file, 'utf8')].join('\n');
  const known = await personalDataIn(product.settings.COSMOS);
  expect(known.size).toBeGreaterThan(10);
  expect(leaksIn(said, new Set([...known, secret, 'Agatha', 'Quill']))).toEqual([]);
});
