import type { Container } from '@azure/cosmos';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCosmos, type CosmosForTests } from './with-cosmos.ts';

let local: CosmosForTests;
let tasks: Container;
beforeAll(async () => {
  local = await openCosmos();
  tasks = await local.container();
});
afterAll(() => local.stop());

const newTask = (given: object = {}) => ({ id: crypto.randomUUID(), workspaceId: 'acme', title: 'Call Ada', ...given });

test('a new document comes back with the system properties, and unchanged otherwise', async () => {
  const task = newTask({ note: 'Grüße, 世界 🌍', nothing: null, nested: { list: [1, 'two', false] } });
  const { statusCode, resource, etag, requestCharge } = await tasks.items.create(task);
  expect(statusCode).toBe(201);
  expect(resource).toMatchObject(task);
  expect(requestCharge).toBeGreaterThan(5);

  const read = await tasks.item(task.id, 'acme').read();
  expect(read).toMatchObject({ statusCode: 200, requestCharge: 1, etag });
  expect(read.resource).toEqual(resource);
  expect(Object.keys(read.resource)).toEqual([...Object.keys(task), '_rid', '_self', '_etag', '_attachments', '_ts']);
});

test('the same id twice in a partition is a conflict, in another partition it is another document', async () => {
  const task = newTask();
  await tasks.items.create(task);
  await expect(tasks.items.create(task)).rejects.toMatchObject({ code: 409 });
  await tasks.items.create({ ...task, workspaceId: 'globex' });
  expect((await tasks.item(task.id, 'acme').read()).resource).toMatchObject({ workspaceId: 'acme' });
});

test('a document that is not there: reading says so, changing it is 404', async () => {
  const missing = tasks.item(crypto.randomUUID(), 'acme');
  expect(await missing.read()).toMatchObject({ statusCode: 404, resource: undefined });
  await expect(missing.delete()).rejects.toMatchObject({ code: 404 });
  await expect(missing.replace(newTask({ id: missing.id }))).rejects.toMatchObject({ code: 404 });
  await expect(missing.patch([{ op: 'set', path: '/title', value: 'x' }])).rejects.toMatchObject({ code: 404 });
});

test('an upsert makes what is missing and replaces what is there', async () => {
  const task = newTask();
  expect(await tasks.items.upsert(task)).toMatchObject({ statusCode: 201 });
  const again = await tasks.items.upsert({ ...task, title: 'Call Grace' });
  expect(again).toMatchObject({ statusCode: 200, resource: { title: 'Call Grace' } });
});

test('a deleted document is gone, and its id is free', async () => {
  const task = newTask();
  await tasks.items.create(task);
  expect(await tasks.item(task.id, 'acme').delete()).toMatchObject({ statusCode: 204 });
  expect((await tasks.item(task.id, 'acme').read()).statusCode).toBe(404);
  expect(await tasks.items.create(task)).toMatchObject({ statusCode: 201 });
});

describe('ETags', () => {
  const changes = {
    replace: (id: string, etag: string) => tasks.item(id, 'acme').replace(newTask({ id }), onlyIf(etag)),
    upsert: (id: string, etag: string) => tasks.items.upsert(newTask({ id }), onlyIf(etag)),
    patch: (id: string, etag: string) =>
      tasks.item(id, 'acme').patch([{ op: 'set', path: '/title', value: 'x' }], onlyIf(etag)),
    delete: (id: string, etag: string) => tasks.item(id, 'acme').delete(onlyIf(etag)),
  };
  const onlyIf = (condition: string) => ({ accessCondition: { type: 'IfMatch', condition } });

  test.each(Object.entries(changes))('%s with a stale ETag is refused and changes nothing', async (_name, change) => {
    const task = newTask();
    const { etag: stale } = await tasks.items.create(task);
    const { etag } = await tasks.items.upsert({ ...task, title: 'Changed meanwhile' });
    await expect(change(task.id, stale)).rejects.toMatchObject({ code: 412 });
    expect((await tasks.item(task.id, 'acme').read()).resource).toMatchObject({
      title: 'Changed meanwhile',
      _etag: etag,
    });
    await change(task.id, etag);
  });

  test('a read with the current ETag answers 304 without a body', async () => {
    const task = newTask();
    const { etag } = await tasks.items.create(task);
    const read = await tasks.item(task.id, 'acme').read({ accessCondition: { type: 'IfNoneMatch', condition: etag } });
    expect(read).toMatchObject({ statusCode: 304, resource: null });
  });
});

describe('what a document may be', () => {
  // In a batch, because alone the SDK refuses some of them before they are sent.
  test.each([['a/b'], [String.raw`a\b`], ['a?b'], ['a#b'], ['é'.repeat(512)]])('the id %j is refused', async (id) => {
    const { result } = await tasks.items.batch([{ operationType: 'Create', resourceBody: newTask({ id }) }], 'acme');
    expect(result).toMatchObject([{ statusCode: 400 }]);
  });

  test('an id of 1023 bytes is taken', async () => {
    const id = `${'é'.repeat(511)}x`;
    await tasks.items.create(newTask({ id }));
    expect((await tasks.item(id, 'acme').read()).resource).toMatchObject({ id });
  });

  test('more than 2 MB is refused', async () => {
    await expect(tasks.items.create(newTask({ note: 'x'.repeat(2 * 1024 * 1024) }))).rejects.toMatchObject({
      code: 413,
    });
    await tasks.items.create(newTask({ note: 'x'.repeat(2 * 1024 * 1024 - 600) }));
  });

  test('a partition key that is not the document’s is refused with substatus 1001', async () => {
    const task = newTask();
    await tasks.items.create(task);
    const moved = tasks.item(task.id, 'globex').replace(task);
    await expect(moved).rejects.toMatchObject({ code: 400, substatus: 1001 });
  });

  test('system properties sent by the caller are replaced', async () => {
    const { resource } = await tasks.items.create(newTask({ _ts: 1, _etag: 'mine', _rid: 'mine', _lsn: 5 }));
    expect(resource).not.toMatchObject({ _ts: 1 });
    expect(resource).not.toHaveProperty('_lsn');
  });
});

test('a hierarchical key keeps equal ids of different rooms apart', async () => {
  const messages = await local.container({ paths: ['/workspaceId', '/roomId'] });
  await messages.items.create({ id: '1', workspaceId: 'acme', roomId: 'a', text: 'in a' });
  await messages.items.create({ id: '1', workspaceId: 'acme', roomId: 'b', text: 'in b' });
  expect((await messages.item('1', ['acme', 'b']).read()).resource).toMatchObject({ text: 'in b' });
  await expect(messages.item('1', ['acme']).read()).rejects.toMatchObject({ code: 400 });
});

test('a missing, a null and an empty partition key are three partitions', async () => {
  const odd = await local.container({ paths: ['/key'] });
  await odd.items.create({ id: '1', which: 'missing' });
  await odd.items.create({ id: '1', key: null, which: 'null' });
  await odd.items.create({ id: '1', key: '', which: 'empty' });
  expect((await odd.item('1', null).read()).resource).toMatchObject({ which: 'null' });
  expect((await odd.item('1', '').read()).resource).toMatchObject({ which: 'empty' });
  expect((await odd.item('1', {}).read()).resource).toMatchObject({ which: 'missing' });
});

describe('unique keys', () => {
  test('hold within a partition, on create, replace and upsert', async () => {
    const people = await local.container({ uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/email'] }] } });
    await people.items.create({ id: '1', workspaceId: 'acme', email: 'ada@example.com' });
    await people.items.create({ id: '2', workspaceId: 'acme', email: 'grace@example.com' });
    await people.items.create({ id: '3', workspaceId: 'globex', email: 'ada@example.com' });
    const taken = { id: '2', workspaceId: 'acme', email: 'ada@example.com' };
    await expect(people.items.create({ ...taken, id: '4' })).rejects.toMatchObject({ code: 409 });
    await expect(people.items.upsert(taken)).rejects.toMatchObject({ code: 409 });
    await expect(people.item('2', 'acme').replace(taken)).rejects.toMatchObject({ code: 409 });
    await people.item('1', 'acme').delete();
    await people.items.upsert(taken);
  });
});

describe('time to live', () => {
  test('a document ends after the container’s seconds or its own, and then its id is free', async () => {
    const jobs = await local.container({ defaultTtl: 60 });
    await jobs.items.create({ id: 'default', workspaceId: 'acme' });
    await jobs.items.create({ id: 'longer', workspaceId: 'acme', ttl: 3600 });
    await jobs.items.create({ id: 'for ever', workspaceId: 'acme', ttl: -1 });
    local.later(61);
    expect((await jobs.item('default', 'acme').read()).statusCode).toBe(404);
    const left = async () =>
      (await jobs.items.query('SELECT VALUE c.id FROM c', { partitionKey: 'acme' }).fetchAll()).resources;
    expect(await left()).toEqual(['longer', 'for ever']);
    await jobs.items.create({ id: 'default', workspaceId: 'acme' });
    local.later(3600);
    expect(await left()).toEqual(['for ever']);
  });

  test('without defaultTtl a document’s own ttl means nothing', async () => {
    const { resource } = await tasks.items.create(newTask({ ttl: 1 }));
    local.later(10);
    expect((await tasks.item(String(resource?.id), 'acme').read()).statusCode).toBe(200);
  });

  test.each([0, -2, 1.5, 'soon'])('the ttl %j is refused', async (ttl) => {
    await expect(tasks.items.create(newTask({ ttl }))).rejects.toMatchObject({ code: 400 });
  });
});
