import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ChangeFeedStartFrom, CosmosClient, type Container } from '@azure/cosmos';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startCosmos } from './server.ts';

let dir: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cosmos-'));
});
afterEach(() => {
  if (child?.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  rmSync(dir, { recursive: true });
});

async function startChild(): Promise<string> {
  const started = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  for await (const line of createInterface({ input: started.stdout })) return line;
  throw new Error('The stand-in ended before it was ready.');
}

/** Writes alone and in batches until the server is gone; tells what was acknowledged. */
async function writeUntilKilled(payments: Container, acknowledged: Set<string>): Promise<void> {
  for (;;) {
    const ids = Array.from({ length: 10 }, () => crypto.randomUUID());
    const make = (id: string) => ({ id, workspaceId: 'acme', pair: ids[0] ?? '' });
    try {
      const [alone, ...together] = ids;
      if (alone !== undefined) await payments.items.create(make(alone)).then(() => acknowledged.add(alone));
      await payments.items.batch(
        together.map((id) => ({ operationType: 'Create', resourceBody: make(id) })),
        'acme',
      );
      for (const id of together) acknowledged.add(id);
    } catch {
      return;
    }
  }
}

test('kill -9 in the middle of writing loses nothing that was acknowledged, and leaves no half batch', async () => {
  const connectionString = await startChild();
  const client = new CosmosClient({
    connectionString,
    connectionPolicy: { enableBackgroundEndpointRefreshing: false },
  });
  const { database } = await client.databases.createIfNotExists({ id: 'crm' });
  const { container } = await database.containers.createIfNotExists({ id: 'payments', partitionKey: '/workspaceId' });
  const acknowledged = new Set<string>();
  const writers = [1, 2, 3].map(() => writeUntilKilled(container, acknowledged));
  while (acknowledged.size < 300)
    await container.items.query('SELECT TOP 1 * FROM c', { partitionKey: 'acme' }).fetchAll();
  const exited = child && once(child, 'exit');
  child?.kill('SIGKILL');
  await Promise.all([...writers, exited]);
  client.dispose();

  const again = await startCosmos({ port: 0, dir });
  const reader = new CosmosClient(again.connectionString);
  const { items } = reader.database('crm').container('payments');
  const found = (await items.query('SELECT c.id, c.pair FROM c', { partitionKey: 'acme', maxItemCount: -1 }).fetchAll())
    .resources;
  const ids = new Set(found.map(({ id }) => id));
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
  const perRound = Object.values(Object.groupBy(found, ({ pair }) => pair)).map((round) => round?.length);
  expect(perRound.filter((size) => size !== 1 && size !== 10)).toEqual([]);

  const last = await items.create({ id: 'after', workspaceId: 'acme' });
  const feed = items.getChangeFeedIterator({
    changeFeedStartFrom: ChangeFeedStartFrom.Beginning(),
    maxItemCount: 1_000_000,
  });
  const changes = (await feed.readNext()).result;
  expect(changes).toHaveLength(found.length + 1);
  expect(changes.at(-1)).toMatchObject({ id: 'after', _etag: last.etag });
  reader.dispose();
  await again.close();
}, 30_000);

test('two stand-ins cannot share a folder', async () => {
  const first = await startCosmos({ port: 0, dir });
  await expect(startCosmos({ port: 0, dir })).rejects.toThrow('locked');
  await first.close();
  await (await startCosmos({ port: 0, dir })).close();
});

test('a port in use is said, and the folder is free again', async () => {
  const other = mkdtempSync(join(tmpdir(), 'cosmos-'));
  const first = await startCosmos({ port: 0, dir });
  const port = Number(new URL(first.endpoint).port);
  await expect(startCosmos({ port, dir: other })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await (await startCosmos({ port: 0, dir: other })).close();
  await first.close();
  rmSync(other, { recursive: true });
});

test('what was written is there after a restart, its containers and continuation tokens too', async () => {
  const first = await startCosmos({ port: 0, dir });
  const before = new CosmosClient(first.connectionString);
  const { database } = await before.databases.createIfNotExists({ id: 'crm' });
  const { container } = await database.containers.createIfNotExists({ id: 'tasks', partitionKey: '/workspaceId' });
  for (const id of ['a', 'b', 'c']) await container.items.create({ id, workspaceId: 'acme' });
  const page = await container.items
    .query('SELECT VALUE c.id FROM c', { partitionKey: 'acme', maxItemCount: 1 })
    .fetchNext();
  const change = await container.items
    .getChangeFeedIterator({ changeFeedStartFrom: ChangeFeedStartFrom.Beginning() })
    .readNext();
  before.dispose();
  await first.close();

  const second = await startCosmos({ port: 0, dir });
  const after = new CosmosClient(second.connectionString);
  const { items } = after.database('crm').container('tasks');
  const rest = items.query('SELECT VALUE c.id FROM c', {
    partitionKey: 'acme',
    continuationToken: page.continuationToken,
  });
  expect((await rest.fetchNext()).resources).toEqual(['b', 'c']);
  await items.create({ id: 'd', workspaceId: 'acme' });
  const changeFeedStartFrom = ChangeFeedStartFrom.Continuation(change.continuationToken);
  expect((await items.getChangeFeedIterator({ changeFeedStartFrom }).readNext()).result).toMatchObject([{ id: 'd' }]);
  after.dispose();
  await second.close();
});
