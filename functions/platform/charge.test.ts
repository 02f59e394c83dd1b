import { CosmosClient } from '@azure/cosmos';
import { InvocationContext } from '@azure/functions';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCosmos } from '#infra/local/cosmos/with-cosmos.ts';
import { chargePlugin } from './charge.ts';
import { type Invocation, runIn } from './invocation.ts';

let cosmos: Awaited<ReturnType<typeof openCosmos>>;
let client: CosmosClient;
beforeAll(async () => {
  cosmos = await openCosmos();
  const options = { connectionString: cosmos.cosmos.connectionString, plugins: [chargePlugin] };
  client = new CosmosClient(options);
});
afterAll(async () => {
  client.dispose();
  await cosmos.stop();
});

/** A container that the client knows already: what it asks for first is nobody's. */
async function knownContainer() {
  const { id } = await cosmos.container();
  const container = client.database('crm').container(id);
  await container.items.create({ id: 'first', workspaceId: 'w' });
  await container.items.query('select * from c', { partitionKey: 'w' }).fetchAll();
  return container;
}

const invocation = (): Invocation => ({
  name: 'test',
  trigger: 'http',
  context: new InvocationContext(),
  startedAt: 0,
  charge: 0,
  operations: 0,
});

/** What the stand-in itself says it charged since its start. */
async function charged() {
  const response = await fetch(`${cosmos.cosmos.endpoint}_control`);
  const { usage } = (await response.json()) as { usage: Record<string, { requests: number; charge: number }> };
  const uses = Object.values(usage);
  return {
    charge: uses.reduce((sum, use) => sum + use.charge, 0),
    operations: uses.reduce((sum, use) => sum + use.requests, 0),
  };
}

test('F411 a run is charged exactly what the database charged for it: reads, writes, queries and batches', async () => {
  const container = await knownContainer();
  const before = await charged();
  const run = invocation();
  await runIn(run, async () => {
    await container.items.create({ id: 'a', workspaceId: 'w', text: 'x'.repeat(3000) });
    await container.item('a', 'w').read();
    await container.items.batch([{ operationType: 'Upsert', resourceBody: { id: 'b', workspaceId: 'w' } }], 'w');
    await container.items.query('select * from c order by c.id', { partitionKey: 'w' }).fetchAll();
  });
  const after = await charged();
  expect(run.charge).toBeCloseTo(after.charge - before.charge);
  expect(run.operations).toBe(after.operations - before.operations);
  expect(run.operations).toBeGreaterThanOrEqual(4);
});

test('two runs at once are charged each for its own', async () => {
  const container = await knownContainer();
  const [one, two] = [invocation(), invocation()];
  await Promise.all([
    runIn(one, () => container.items.create({ id: 'one', workspaceId: 'w' })),
    runIn(two, async () => {
      await container.items.create({ id: 'two', workspaceId: 'w' });
      await container.item('two', 'w').read();
    }),
  ]);
  expect([one.operations, two.operations]).toEqual([1, 2]);
  expect(two.charge).toBeCloseTo(one.charge + 1);
});

test('what is refused and what is tried again cost too', async () => {
  const container = await knownContainer();
  await container.items.create({ id: 'taken', workspaceId: 'w' });
  const refused = invocation();
  const again = () => container.items.create({ id: 'taken', workspaceId: 'w' });
  await expect(runIn(refused, again)).rejects.toMatchObject({ code: 409 });
  expect(refused).toMatchObject({ operations: 1, charge: 1 });

  cosmos.cosmos.faults.add({ status: 429, retryAfterMs: 1, times: 2 });
  const throttled = invocation();
  await runIn(throttled, () => container.item('taken', 'w').read());
  expect(throttled.operations).toBe(3);
});
