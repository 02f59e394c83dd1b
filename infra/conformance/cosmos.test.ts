import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ChangeFeedStartFrom,
  type Container,
  CosmosClient,
  type Database,
  PartitionKeyDefinitionVersion,
  PartitionKeyKind,
} from '@azure/cosmos';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCosmos } from '../local/cosmos/server.ts';
import { service } from './service.ts';

const cosmos = await service('CONFORMANCE_COSMOS', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'starone-conformance-'));
  const local = await startCosmos({ port: 0, dir });
  return {
    connection: local.connectionString,
    close: async () => {
      await local.close();
      rmSync(dir, { recursive: true });
    },
  };
});

const client = new CosmosClient(cosmos.connection);
const key = ['w1', 'tasks'];
const document = (id: string, rest: object = {}) => ({ id, workspaceId: 'w1', kind: 'tasks', ...rest });
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    ({ code }: { code: unknown }) => code,
  );

let database: Database;
let container: Container;
beforeAll(async () => {
  ({ database } = await client.databases.create({ id: `conformance-${crypto.randomUUID()}` }));
  ({ container } = await database.containers.create({
    id: 'documents',
    partitionKey: {
      paths: ['/workspaceId', '/kind'],
      kind: PartitionKeyKind.MultiHash,
      version: PartitionKeyDefinitionVersion.V2,
    },
  }));
});
afterAll(async () => {
  await database.delete();
  client.dispose();
  await cosmos.close();
});

describe(`Cosmos DB, ${cosmos.name}`, () => {
  test('keeps a document under a hierarchical key, once', async () => {
    const { resource, requestCharge } = await container.items.create(document('once', { title: 'A ring' }));
    expect(resource).toMatchObject({ id: 'once', title: 'A ring', _etag: expect.stringMatching(/./) });
    expect(requestCharge).toBeGreaterThan(0);
    expect(await codeOf(container.items.create(document('once')))).toBe(409);
    expect((await container.item('once', key).read()).resource).toMatchObject({ title: 'A ring' });
    expect((await container.item('once', ['w2', 'tasks']).read()).resource).toBeUndefined();
  });

  test('replaces a document only over the version that was read', async () => {
    const { resource } = await container.items.create(document('versioned', { n: 1 }));
    const ifRead = { accessCondition: { type: 'IfMatch', condition: resource!._etag } };
    const item = container.item('versioned', key);
    await item.replace(document('versioned', { n: 2 }), ifRead);
    expect(await codeOf(item.replace(document('versioned', { n: 3 }), ifRead))).toBe(412);
    expect((await item.read()).resource).toMatchObject({ n: 2 });
  });

  test('does all of a batch or nothing', async () => {
    await container.items.create(document('taken'));
    const write = (id: string) => ({ operationType: 'Create' as const, resourceBody: document(id) });
    const refused = await container.items.batch([write('fresh'), write('taken')], key);
    expect(refused.result?.map(({ statusCode }) => statusCode)).toEqual([424, 409]);
    expect((await container.item('fresh', key).read()).resource).toBeUndefined();
    const done = await container.items.batch([write('fresh'), write('fresh-too')], key);
    expect(done.result?.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
  });

  test('changes one field in place', async () => {
    await container.items.create(document('counted', { n: 1, title: 'A ring' }));
    await container.item('counted', key).patch([{ op: 'incr', path: '/n', value: 2 }]);
    expect((await container.item('counted', key).read()).resource).toMatchObject({ n: 3, title: 'A ring' });
  });

  test('answers a query in its order, page by page', async () => {
    for (const n of [3, 1, 2]) await container.items.create({ ...document(`n${n}`, { n }), kind: 'ordered' });
    const query = 'SELECT VALUE c.n FROM c WHERE c.n > 0 ORDER BY c.n DESC';
    const options = { partitionKey: ['w1', 'ordered'], maxItemCount: 2 };
    const first = await container.items.query<number>(query, options).fetchNext();
    expect(first.resources).toEqual([3, 2]);
    const rest = await container.items
      .query<number>(query, { ...options, continuationToken: first.continuationToken })
      .fetchNext();
    expect(rest.resources).toEqual([1]);
  });

  test('tells in its change feed what was written since, each document as it is now', async () => {
    const fed = ['w1', 'fed'];
    const begin = { changeFeedStartFrom: ChangeFeedStartFrom.Beginning(fed) };
    await container.items.create({ ...document('a', { n: 1 }), kind: 'fed' });
    await container.items.upsert({ ...document('a', { n: 2 }), kind: 'fed' });
    await container.items.create({ ...document('b'), kind: 'fed' });
    const told = await container.items.getChangeFeedIterator<{ id: string; n?: number }>(begin).readNext();
    expect(told.result.map(({ id, n }) => [id, n])).toEqual([
      ['a', 2],
      ['b', undefined],
    ]);
    await container.items.create({ ...document('c'), kind: 'fed' });
    const since = { changeFeedStartFrom: ChangeFeedStartFrom.Continuation(told.continuationToken) };
    const next = await container.items.getChangeFeedIterator<{ id: string }>(since).readNext();
    expect(next.result.map(({ id }) => id)).toEqual(['c']);
  });
});
