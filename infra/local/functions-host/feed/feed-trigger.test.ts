import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CosmosClient, type Container } from '@azure/cosmos';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startCosmos } from '../../cosmos/server.ts';
import { appFolder } from '../testing/app-folder.ts';
import { startApp, startFolder, type TestHost } from '../testing/start-app.ts';

let dir: string;
let cosmos: Awaited<ReturnType<typeof startCosmos>>;
let client: CosmosClient;
let payments: Container;
let leases: Container;
let containers = 0;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'feed-'));
  cosmos = await startCosmos({ port: 0, dir });
  client = new CosmosClient(cosmos.connectionString);
  const { database } = await client.databases.createIfNotExists({ id: 'crm' });
  leases = (await database.containers.createIfNotExists({ id: 'leases', partitionKey: '/id' })).container;
});
afterAll(async () => {
  client.dispose();
  await cosmos.close();
  await rm(dir, { recursive: true, force: true });
});

/** The documents say what the function does with them: fail so many times, or never end. */
const app = (options: object = {}) => `app.cosmosDB('score', {
  connection: 'COSMOS', databaseName: 'crm', containerName: '%FED%',
  feedPollDelay: 20, leaseAcquireInterval: 100, leaseRenewInterval: 200, leaseExpirationInterval: 1000,
  ...${JSON.stringify(options)},
  handler: async (documents, context) => {
    const attempt = context.retryContext?.retryCount ?? 0;
    context.log(process.env.HOST, 'batch', documents.map((document) => document.id).join(' '), 'attempt', attempt);
    if (documents.some((document) => document.failures > attempt)) throw new Error('Not yet');
    if (documents.some((document) => document.hangsOn === process.env.HOST)) await new Promise(() => {});
  },
});`;
const retry = { strategy: 'fixedDelay', maxRetryCount: -1, delayInterval: 0 };

async function newContainer() {
  containers++;
  const { container } = await client.database('crm').containers.create({
    id: `payments-${containers}`,
    partitionKey: '/workspaceId',
  });
  return container;
}

async function folderOf(options: object = {}) {
  payments = await newContainer();
  const folder = await appFolder({ main: app(options) });
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const start = (folder: string, name = 'first', grace = 10) =>
  startFolder(folder, { env: { COSMOS: cosmos.connectionString, FED: payments.id, HOST: name }, grace });

const pay = (id: string, more: object = {}) => payments.items.create({ id, workspaceId: 'w1', ...more });
const batches = (host: TestHost) => host.lines.flatMap((line) => /batch (.*) attempt/.exec(line)?.[1] ?? []);

async function leaseOf() {
  const { resource: definition } = await payments.read();
  const [range] = await payments.getFeedRanges();
  const id = `crm.${payments.id}.${definition?._rid}..${range?.minInclusive}-${range?.maxExclusive}`;
  const { resource: lease } = await leases.item(id, id).read<{ owner: string | null; continuation: string | null }>();
  if (!lease) throw new Error('There is no lease yet.');
  return lease;
}

test('what is written reaches the function once, in order, and not again after a restart', async () => {
  const folder = await folderOf({ startFromBeginning: true });
  await pay('a');
  {
    await using host = await start(folder);
    await host.said('batch a');
    await pay('b');
    await pay('c');
    await expect.poll(() => batches(host).join(' ')).toBe('a b c');
    await host.close();
  }
  await pay('d');

  await using host = await start(folder);
  await host.said('batch d');
  expect(batches(host)).toEqual(['d']);
});

test('without startFromBeginning it starts from now, once: what is written while the host is down is not lost', async () => {
  const folder = await folderOf();
  await pay('early');
  await (await start(folder)).close();
  await pay('meanwhile');

  await using host = await start(folder);
  await host.said('batch meanwhile');
  expect(batches(host)).toEqual(['meanwhile']);
});

test('a batch holds at most maxItemsPerInvocation documents', async () => {
  const folder = await folderOf({ startFromBeginning: true, maxItemsPerInvocation: 2 });
  for (const id of ['a', 'b', 'c']) await pay(id);

  await using host = await start(folder);
  await expect.poll(() => batches(host)).toEqual(['a b', 'c']);
});

describe('a batch that fails', () => {
  test('comes again until it works when the trigger has a retry, and the lease moves only then', async () => {
    const folder = await folderOf({ startFromBeginning: true, retry });
    await pay('a', { failures: 1_000_000 });
    await using host = await start(folder);
    await host.said('batch a attempt 3');
    expect((await leaseOf()).continuation).toBeNull();

    const { resource } = await payments.item('a', 'w1').read();
    await payments.item('a', 'w1').replace({ ...resource, failures: 0 });
    await host.close();
    await using second = await start(folder);
    await second.said('batch a attempt 0');
    await expect.poll(async () => (await leaseOf()).continuation).not.toBeNull();
  });

  test('for a while is worked off before what was written later', async () => {
    const folder = await folderOf({ retry });
    await using host = await start(folder);
    await pay('a', { failures: 3 });
    await host.said('batch a attempt 0');
    await pay('b');
    await host.said('batch b');
    expect(batches(host)).toEqual(['a', 'a', 'a', 'a', 'b']);
  });

  test('is passed over when the trigger has no retry', async () => {
    const folder = await folderOf();
    await using host = await start(folder);
    await pay('a', { failures: 1 });
    await host.said('score failed');
    await pay('b');
    await host.said('batch b');
    expect(batches(host)).toEqual(['a', 'b']);
  });

  test('is passed over when its retries are used up', async () => {
    const folder = await folderOf({ retry: { ...retry, maxRetryCount: 1 } });
    await using host = await start(folder);
    await pay('a', { failures: 2 });
    await host.said('batch a attempt 1');
    await pay('b');
    await host.said('batch b');
    expect(batches(host)).toEqual(['a', 'a', 'b']);
  });
});

test('a batch whose host was killed comes again', async () => {
  const folder = await folderOf({ startFromBeginning: true });
  await pay('a', { hangsOn: 'first' });
  await using first = await start(folder, 'first');
  await first.said('first batch a');
  await first.kill();

  await using second = await start(folder, 'second');
  expect(await second.said('batch a')).toContain('second');
});

test('of two hosts one reads the range, and the other takes over when it stops', async () => {
  const folder = await folderOf();
  await using first = await start(folder, 'first');
  await expect.poll(async () => (await leaseOf()).owner).not.toBeNull();
  await using second = await start(folder, 'second');
  for (const id of ['a', 'b', 'c']) {
    await pay(id);
    await first.said(`batch ${id}`);
  }
  expect(batches(second)).toEqual([]);

  await first.close();
  await pay('d');
  await second.said('batch d');
  expect(batches(second)).toEqual(['d']);
});

test('a host that stood still loses its range after leaseExpirationInterval, and cannot move it afterwards', async () => {
  const folder = await folderOf();
  await using first = await start(folder, 'first');
  await pay('a');
  await first.said('batch a');
  await expect.poll(async () => (await leaseOf()).owner).not.toBeNull();
  const { owner } = await leaseOf();
  process.kill(first.pid, 'SIGSTOP');

  await using second = await start(folder, 'second');
  await pay('b');
  await second.said('batch b');
  process.kill(first.pid, 'SIGCONT');
  await first.said('Another host has taken');
  expect((await leaseOf()).owner).not.toBe(owner);

  await pay('c');
  await second.said('batch c');
  expect(batches(first)).not.toContain('c');
});

test('a stopping host does not wait for a batch that never works, and the batch comes again', async () => {
  const folder = await folderOf({ retry: { ...retry, delayInterval: 3_600_000 } });
  await using first = await start(folder, 'first');
  await pay('a', { failures: 1 });
  await first.said('score failed');
  await first.close();
  expect((await leaseOf()).owner).toBeNull();

  await using second = await start(folder, 'second');
  expect(await second.said('batch a')).toContain('attempt 0');
});

test('a host that stops during a batch moves the lease first', async () => {
  const folder = await folderOf();
  await using first = await start(folder, 'first', 0.2);
  await pay('a');
  await first.said('score ok');
  await pay('b', { hangsOn: 'first' });
  await first.said('batch b');
  await first.close();

  await using second = await start(folder, 'second');
  await second.said('batch b');
  expect(batches(second)).toEqual(['b']);
});

test('a test may feed a batch by the admin API', async () => {
  await using host = await start(await folderOf());
  const response = await fetch(`${host.url}/admin/functions/score`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ input: [{ id: 'fed' }] }),
  });
  expect(response.status).toBe(202);
  await host.said('batch fed');
});

describe('the host refuses to start', () => {
  const refused = async (main: string) => {
    payments = await newContainer();
    return startApp({ main, env: { COSMOS: cosmos.connectionString, FED: payments.id } });
  };

  test('without the leases container, unless the trigger says to make it', async () => {
    const missing = { leaseContainerName: 'own-leases' };
    await expect(refused(app(missing))).rejects.toThrow(
      /score cannot start: the container "own-leases" .* does not exist/,
    );

    await using _ = await refused(app({ ...missing, createLeaseContainerIfNotExists: true }));
    const { resource } = await client.database('crm').container('own-leases').read();
    expect(resource?.partitionKey?.paths).toEqual(['/id']);
  });

  test('without the container to read', async () => {
    await expect(refused(app({ containerName: 'nothing' }))).rejects.toThrow(
      /the container "nothing" .* does not exist/,
    );
  });

  test('without the connection setting', async () => {
    await expect(refused(app({ connection: 'ELSEWHERE' }))).rejects.toThrow(/app setting ELSEWHERE/);
  });

  test('with two functions on the same leases, which would each get a part', async () => {
    const other = app().replace("'score'", "'count'");
    await expect(refused(app() + other)).rejects.toThrow(/count cannot start: it shares its leases with score/);
    await using host = await refused(
      app() + other.replace('feedPollDelay', `leaseContainerPrefix: 'count-', feedPollDelay`),
    );

    await pay('a');
    await expect.poll(() => batches(host)).toEqual(['a', 'a']);
  });
});
