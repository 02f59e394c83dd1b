import { BulkOperationType, ChangeFeedStartFrom, type Container, type OperationInput } from '@azure/cosmos';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCosmos, type CosmosForTests } from './with-cosmos.ts';

let local: CosmosForTests;
let rooms: Container;
beforeAll(async () => {
  local = await openCosmos();
  rooms = await local.container();
});
afterAll(() => local.stop());

const create = (id: string, given: object = {}): OperationInput => ({
  operationType: BulkOperationType.Create,
  resourceBody: { id, workspaceId: 'acme', ...given },
});
const codes = async (operations: OperationInput[]) => {
  const { code, result } = await rooms.items.batch(operations, 'acme');
  return { code, codes: result?.map(({ statusCode }) => statusCode) };
};
const exists = async (id: string) => (await rooms.item(id, 'acme').read()).statusCode === 200;

test('every kind of operation, in order, each seeing those before it', async () => {
  const [room, message] = [crypto.randomUUID(), crypto.randomUUID()];
  const { code, result } = await rooms.items.batch(
    [
      create(room, { seq: 0 }),
      { operationType: 'Patch', id: room, resourceBody: { operations: [{ op: 'incr', path: '/seq', value: 1 }] } },
      create(message, { seq: 1 }),
      { operationType: 'Read', id: room },
      { operationType: 'Replace', id: message, resourceBody: { id: message, workspaceId: 'acme', text: 'Hello' } },
      { operationType: 'Upsert', resourceBody: { id: message, workspaceId: 'acme', text: 'Hello again' } },
      { operationType: 'Delete', id: room },
    ],
    'acme',
  );
  expect(code).toBe(200);
  expect(result?.map(({ statusCode }) => statusCode)).toEqual([201, 200, 201, 200, 200, 200, 204]);
  expect(result?.[3]?.resourceBody).toMatchObject({ seq: 1 });
  expect(await exists(room)).toBe(false);
  expect((await rooms.item(message, 'acme').read()).resource).toMatchObject({ text: 'Hello again' });
});

test('one refusal undoes all: the culprit says why, the others say 424', async () => {
  const [room, fresh] = [crypto.randomUUID(), crypto.randomUUID()];
  const { resource } = await rooms.items.create({ id: room, workspaceId: 'acme' });
  expect(await codes([create(fresh), create(room), create(crypto.randomUUID())])).toEqual({
    code: 207,
    codes: [424, 409, 424],
  });
  const stale: OperationInput = {
    operationType: 'Replace',
    id: room,
    ifMatch: '"old"',
    resourceBody: { id: room, workspaceId: 'acme' },
  };
  expect(await codes([create(fresh), stale])).toEqual({ code: 207, codes: [424, 412] });
  expect(await codes([create(fresh), { operationType: 'Delete', id: 'missing' }])).toEqual({
    code: 207,
    codes: [424, 404],
  });
  expect(await exists(fresh)).toBe(false);
  expect(await codes([create(fresh), { ...stale, ifMatch: String(resource?._etag) }])).toEqual({
    code: 200,
    codes: [201, 200],
  });
});

test('a patch in a batch keeps its condition', async () => {
  const id = crypto.randomUUID();
  const patch = (condition: string): OperationInput => ({
    operationType: 'Patch',
    id,
    resourceBody: { condition, operations: [{ op: 'set', path: '/done', value: true }] },
  });
  expect(await codes([create(id), patch('from c where c.done = true')])).toEqual({ code: 207, codes: [424, 412] });
  expect(await codes([create(id), patch('from c where not is_defined(c.done)')])).toEqual({
    code: 200,
    codes: [201, 200],
  });
});

test('a document of another partition does not get in', async () => {
  expect(await codes([create(crypto.randomUUID(), { workspaceId: 'globex' })])).toEqual({ code: 207, codes: [400] });
});

test('100 operations are taken, 101 are refused, and so are more than 2 MB', async () => {
  const many = Array.from({ length: 101 }, () => create(crypto.randomUUID()));
  expect((await codes(many.slice(0, 100))).code).toBe(200);
  await expect(rooms.items.batch(many, 'acme')).rejects.toThrow('100 operations');
  const large = Array.from({ length: 3 }, () => create(crypto.randomUUID(), { note: 'x'.repeat(800_000) }));
  await expect(rooms.items.batch(large, 'acme')).rejects.toThrow('2 MB');
});

test('what a refused batch wrote reaches no change feed', async () => {
  const own = await local.container();
  await own.items.create({ id: 'taken', workspaceId: 'acme' });
  await own.items.batch([create('one'), create('taken')], 'acme');
  const { result } = await own.items
    .getChangeFeedIterator({ changeFeedStartFrom: ChangeFeedStartFrom.Beginning() })
    .readNext();
  expect(result.map(({ id }: { id: string }) => id)).toEqual(['taken']);
});
