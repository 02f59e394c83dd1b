import { CosmosClient } from '@azure/cosmos';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCosmos, type CosmosForTests } from './with-cosmos.ts';

let local: CosmosForTests;
beforeAll(async () => {
  local = await openCosmos();
});
afterAll(() => local.stop());

const everything = [{ path: '/*' }];

test('a container keeps its definition', async () => {
  const definition = {
    defaultTtl: 60,
    uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/email'] }] },
    indexingPolicy: {
      indexingMode: 'consistent' as const,
      automatic: true,
      includedPaths: [{ path: '/name/?' }],
      excludedPaths: everything,
    },
  };
  const container = await local.container({ ...definition, paths: ['/workspaceId', '/roomId'] });
  const { resource } = await container.read();
  expect(resource).toMatchObject(definition);
  expect(resource?.partitionKey).toMatchObject({ paths: ['/workspaceId', '/roomId'], kind: 'MultiHash', version: 2 });
});

test('databases and containers are listed, made once, and taken away', async () => {
  const { database } = await local.client.databases.create({ id: 'other' });
  await expect(local.client.databases.create({ id: 'other' })).rejects.toMatchObject({ code: 409 });
  await database.containers.create({ id: 'tasks', partitionKey: '/workspaceId' });
  await expect(database.containers.create({ id: 'tasks', partitionKey: '/workspaceId' })).rejects.toMatchObject({
    code: 409,
  });
  expect((await database.containers.readAll().fetchAll()).resources.map(({ id }) => id)).toEqual(['tasks']);
  expect((await local.client.databases.readAll().fetchAll()).resources.map(({ id }) => id)).toContain('other');
  await database.container('tasks').delete();
  await expect(database.container('tasks').read()).rejects.toMatchObject({ code: 404 });
  await database.delete();
  await expect(database.read()).rejects.toMatchObject({ code: 404 });
});

test('a container made again under an old name begins empty', async () => {
  const first = await local.container({ id: 'again' });
  await first.items.create({ id: '1', workspaceId: 'acme' });
  await first.delete();
  const second = await local.container({ id: 'again' });
  expect((await second.items.query('SELECT * FROM c', { partitionKey: 'acme' }).fetchAll()).resources).toEqual([]);
});

test('a changed indexing policy holds for the documents already there', async () => {
  const container = await local.container({ indexingPolicy: { excludedPaths: everything } });
  for (const rank of [2, 1, 3]) await container.items.create({ id: `${rank}`, workspaceId: 'acme', rank, tags: ['x'] });
  const ordered = () =>
    container.items
      .query(`SELECT VALUE c.rank FROM c WHERE ARRAY_CONTAINS(c.tags, 'x') ORDER BY c.rank`, { partitionKey: 'acme' })
      .fetchAll();
  await expect(ordered()).rejects.toMatchObject({ code: 400 });
  const { resource } = await container.read();
  const includedPaths = [{ path: '/rank/?' }, { path: '/tags/[]/?' }];
  await container.replace({
    ...resource,
    id: container.id,
    partitionKey: { paths: ['/workspaceId'] },
    indexingPolicy: { includedPaths, excludedPaths: everything },
  });
  expect((await ordered()).resources).toEqual([1, 2, 3]);
});

test('the partition key of a container cannot be changed', async () => {
  const container = await local.container();
  await expect(container.replace({ id: container.id, partitionKey: { paths: ['/other'] } })).rejects.toMatchObject({
    code: 400,
  });
});

describe('definitions that are refused', () => {
  const refused: [string, object, number][] = [
    [
      'an indexing policy that leaves /* out',
      { indexingPolicy: { includedPaths: [{ path: '/name/?' }], excludedPaths: [] } },
      400,
    ],
    [
      'an indexing path without an ending',
      { indexingPolicy: { includedPaths: [{ path: '/name' }, ...everything] } },
      400,
    ],
    [
      'a composite index of one path',
      { indexingPolicy: { includedPaths: everything, compositeIndexes: [[{ path: '/a', order: 'ascending' }]] } },
      400,
    ],
    ['a time to live of 0', { defaultTtl: 0 }, 400],
    ['four levels of partition key', { paths: ['/a', '/b', '/c', '/d'] }, 400],
    ['vector search', { vectorEmbeddingPolicy: { vectorEmbeddings: [] } }, 501],
  ];
  test.each(refused)('%s', async (_name, given, code) => {
    await expect(local.container(given)).rejects.toMatchObject({ code });
  });
});

test('a container that is not there is 404 with the owner’s substatus', async () => {
  const missing = local.client.database('crm').container('missing');
  await expect(missing.items.create({ id: '1' })).rejects.toMatchObject({ code: 404, substatus: 1003 });
});

test('two clients see the same', async () => {
  const container = await local.container();
  await container.items.create({ id: '1', workspaceId: 'acme' });
  const other = new CosmosClient({ endpoint: local.cosmos.endpoint, key: local.cosmos.key });
  expect((await other.database('crm').container(container.id).item('1', 'acme').read()).statusCode).toBe(200);
  other.dispose();
});
