import type { Container, PatchOperation } from '@azure/cosmos';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCosmos, type CosmosForTests } from './with-cosmos.ts';

let local: CosmosForTests;
let tasks: Container;
beforeAll(async () => {
  local = await openCosmos();
  tasks = await local.container();
});
afterAll(() => local.stop());

const make = async () => {
  const id = crypto.randomUUID();
  await tasks.items.create({ id, workspaceId: 'acme', count: 1, tags: ['a', 'c'], by: { name: 'Ada' } });
  return tasks.item(id, 'acme');
};

const changes: [PatchOperation, object][] = [
  [{ op: 'set', path: '/title', value: 'New' }, { title: 'New' }],
  [{ op: 'set', path: '/by/name', value: 'Grace' }, { by: { name: 'Grace' } }],
  [{ op: 'set', path: '/tags/0', value: 'z' }, { tags: ['z', 'c'] }],
  [{ op: 'add', path: '/tags/1', value: 'b' }, { tags: ['a', 'b', 'c'] }],
  [{ op: 'add', path: '/tags/-', value: 'd' }, { tags: ['a', 'c', 'd'] }],
  [{ op: 'replace', path: '/count', value: 5 }, { count: 5 }],
  [{ op: 'remove', path: '/tags/0' }, { tags: ['c'] }],
  [{ op: 'incr', path: '/count', value: 2 }, { count: 3 }],
  [{ op: 'incr', path: '/views', value: 2 }, { views: 2 }],
];
test.each(changes)('%j gives %j', async (operation, expected) => {
  const item = await make();
  expect((await item.patch([operation])).resource).toMatchObject(expected);
  expect((await item.read()).resource).toMatchObject(expected);
});

test('remove takes a property away', async () => {
  const { resource } = await (await make()).patch([{ op: 'remove', path: '/by' }]);
  expect(resource).not.toHaveProperty('by');
});

const refused: PatchOperation[] = [
  { op: 'replace', path: '/missing', value: 1 },
  { op: 'remove', path: '/missing' },
  { op: 'set', path: '/missing/name', value: 1 },
  { op: 'add', path: '/tags/9', value: 'x' },
  { op: 'incr', path: '/tags', value: 1 },
  { op: 'set', path: '/id', value: 'other' },
  { op: 'set', path: '/workspaceId', value: 'globex' },
  { op: 'set', path: '/_etag', value: 'mine' },
];
test.each(refused)('%j is refused and changes nothing', async (operation) => {
  const item = await make();
  const { etag } = await item.read();
  await expect(item.patch([{ op: 'set', path: '/title', value: 'New' }, operation])).rejects.toMatchObject({
    code: 400,
  });
  expect((await item.read()).etag).toBe(etag);
});

test('more than ten operations are refused', async () => {
  const many: PatchOperation[] = Array.from({ length: 11 }, (_, at) => ({ op: 'set', path: `/p${at}`, value: at }));
  await expect((await make()).patch(many)).rejects.toMatchObject({ code: 400 });
});

test('a condition decides whether the patch is done', async () => {
  const item = await make();
  const operations: PatchOperation[] = [{ op: 'incr', path: '/count', value: 1 }];
  expect(await item.patch({ condition: 'from c where c.count = 1', operations })).toMatchObject({
    resource: { count: 2 },
  });
  await expect(item.patch({ condition: 'from c where c.count = 1', operations })).rejects.toMatchObject({ code: 412 });
  await expect(item.patch({ condition: 'from c where', operations })).rejects.toMatchObject({ code: 400 });
});
