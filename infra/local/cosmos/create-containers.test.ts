import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContainers } from './create-containers.ts';
import { openCosmos, type CosmosForTests } from './with-cosmos.ts';

let local: CosmosForTests;
let folder: string;
beforeAll(async () => {
  local = await openCosmos();
  folder = mkdtempSync(join(tmpdir(), 'containers-'));
});
afterAll(async () => {
  await local.stop();
  rmSync(folder, { recursive: true });
});

const write = (name: string, given: object) =>
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ name, ...given }));
const policyOf = (...paths: string[]) => ({
  indexingMode: 'consistent',
  automatic: true,
  includedPaths: paths.map((path) => ({ path })),
  excludedPaths: [{ path: '/*' }],
});
const read = async (name: string) => (await local.client.database('crm').container(name).read()).resource;

test('each file becomes a container; a second run changes only what changed, and keeps the documents', async () => {
  write('tasks', { partitionKey: ['/workspaceId'], indexingPolicy: policyOf('/dueOn/?') });
  write('rooms', {
    partitionKey: ['/workspaceId', '/roomId'],
    defaultTtl: 60,
    uniqueKeys: [{ paths: ['/seq'] }],
    indexingPolicy: policyOf(),
  });
  await createContainers(local.cosmos, folder);
  const tasks = await read('tasks');
  expect(await read('rooms')).toMatchObject({
    partitionKey: { paths: ['/workspaceId', '/roomId'] },
    defaultTtl: 60,
    uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/seq'] }] },
  });
  await local.client.database('crm').container('tasks').items.create({ id: '1', workspaceId: 'acme' });
  local.later(10);

  write('rooms', {
    partitionKey: ['/workspaceId', '/roomId'],
    uniqueKeys: [{ paths: ['/seq'] }],
    indexingPolicy: policyOf('/seq/?'),
  });
  await createContainers(local.cosmos, folder);
  expect(await read('tasks')).toEqual(tasks);
  const rooms = await read('rooms');
  expect(rooms?.indexingPolicy?.includedPaths).toEqual([{ path: '/seq/?' }]);
  expect(rooms).not.toHaveProperty('defaultTtl');
  expect((await local.client.database('crm').container('tasks').item('1', 'acme').read()).statusCode).toBe(200);
});
