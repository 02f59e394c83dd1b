import { CosmosClient, type Container } from '@azure/cosmos';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { localKey } from './server.ts';
import { openCosmos, type CosmosForTests } from './with-cosmos.ts';

let local: CosmosForTests;
let tasks: Container;
beforeAll(async () => {
  local = await openCosmos();
  tasks = await local.container({ id: 'tasks für Ada' });
});
afterEach(() => local.cosmos.faults.clear());
afterAll(() => local.stop());

const newTask = () => ({ id: crypto.randomUUID(), workspaceId: 'acme' });
const isThere = async (id: string) => (await tasks.item(id, 'acme').read()).statusCode === 200;

describe('signatures', () => {
  test('another key is refused', async () => {
    const stranger = new CosmosClient({
      endpoint: local.cosmos.endpoint,
      key: Buffer.from('another key').toString('base64'),
    });
    await expect(stranger.database('crm').read()).rejects.toMatchObject({ code: 401 });
    stranger.dispose();
  });

  test('no signature at all is refused, for every path', async () => {
    for (const path of ['', 'dbs', 'dbs/crm/colls', 'dbs/crm/colls/tasks/docs/1', 'anything']) {
      expect((await fetch(local.cosmos.endpoint + path)).status).toBe(401);
    }
  });

  test('the connection string opens it, with the key everybody knows', () => {
    expect(local.cosmos.connectionString).toBe(`AccountEndpoint=${local.cosmos.endpoint};AccountKey=${localKey};`);
    expect(local.cosmos.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });
});

describe('faults', () => {
  test('429 is retried by the SDK after the time it was told', async () => {
    local.cosmos.faults.add({ status: 429, retryAfterMs: 1, times: 3, operation: 'create' });
    const { headers, statusCode } = await tasks.items.create(newTask());
    expect(statusCode).toBe(201);
    expect(headers).toMatchObject({ 'x-ms-throttle-retry-count': 3 });
  });

  test('a status met by every request reaches the caller, and nothing is stored', async () => {
    const task = newTask();
    local.cosmos.faults.add({ status: 500, operation: 'create' });
    await expect(tasks.items.create(task)).rejects.toMatchObject({ code: 500 });
    expect(await isThere(task.id)).toBe(false);
  });

  test('a connection cut after the commit: the caller sees an error, the document is there', async () => {
    const task = newTask();
    local.cosmos.faults.add({ dropAfterCommit: true, operation: 'create', container: tasks.id, times: 1 });
    await expect(tasks.items.create(task)).rejects.toThrow(/socket|ECONNRESET|aborted/i);
    expect(await isThere(task.id)).toBe(true);
  });

  test('a part of the requests, the same part in each run', async () => {
    local.cosmos.faults.add({ status: 500, rate: 0.5, operation: 'create' });
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => tasks.items.create(newTask())));
    const failed = outcomes.filter(({ status }) => status === 'rejected').length;
    expect(failed).toBeGreaterThan(8);
    expect(failed).toBeLessThan(32);
  });

  test('set from another process by the control route', async () => {
    const control = (faults: object[]) =>
      fetch(`${local.cosmos.endpoint}_control`, { method: 'POST', body: JSON.stringify({ faults }) });
    expect((await control([{ status: 500, operation: 'create' }])).status).toBe(204);
    await expect(tasks.items.create(newTask())).rejects.toMatchObject({ code: 500 });
    await control([]);
    await tasks.items.create(newTask());
  });
});

describe('what is not covered says so with 501', () => {
  const calls: Record<string, () => Promise<unknown>> = {
    'stored procedures': () => tasks.scripts.storedProcedures.create({ id: 'x', body: 'function () {}' }),
    triggers: () => tasks.scripts.triggers.readAll().fetchAll(),
    'user defined functions': () => tasks.scripts.userDefinedFunctions.readAll().fetchAll(),
    conflicts: () => tasks.conflicts.readAll().fetchAll(),
    users: () => local.client.database('crm').users.create({ id: 'ada' }),
    offers: () => local.client.offers.readAll().fetchAll(),
    'bulk that is not atomic': () =>
      tasks.items.bulk([{ operationType: 'Create', partitionKey: 'acme', resourceBody: newTask() }]),
    'deleting a whole partition': () => tasks.deleteAllItemsForPartitionKey('acme'),
  };
  test.each(Object.entries(calls))('%s', async (_name, call) => {
    const answer = await call().catch((error: { code?: number }) => error);
    expect(JSON.stringify(answer)).toContain('501');
  });
});

test('answers carry a session token and a charge', async () => {
  const { headers, requestCharge } = await tasks.items.create(newTask());
  expect(headers['x-ms-session-token']).toMatch(/^0:-1#\d+$/);
  expect(requestCharge).toBeGreaterThan(0);
});

test('the control route tells how often each operation was asked for, and what that cost', async () => {
  const reads = async () => {
    const { usage } = (await (await fetch(`${local.cosmos.endpoint}_control`)).json()) as {
      usage: Record<string, { requests: number; charge: number } | undefined>;
    };
    return usage['read'] ?? { requests: 0, charge: 0 };
  };
  const { resource } = await tasks.items.create(newTask());
  const before = await reads();
  const { requestCharge } = await tasks.item(resource!.id, 'acme').read();
  expect(await reads()).toEqual({ requests: before.requests + 1, charge: before.charge + requestCharge });
});
