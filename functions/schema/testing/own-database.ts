import { CosmosClient } from '@azure/cosmos';
import { inject } from 'vitest';
import { everyDocument } from '#functions/testing/traces.ts';
import { checkpointOf } from '../checkpoints.ts';
import type { Stored } from '../pages-of.ts';
import { storedVersionIn } from '../stored-version.ts';

const containers = [
  { id: 'accounts', partitionKey: '/pk' },
  { id: 'workspaces', partitionKey: '/workspaceId' },
  { id: 'seats', partitionKey: { paths: ['/workspaceId', '/memberId'] } },
];

/** A database beside the one of all other tests: what version its documents have is nobody else's business. */
export async function ownDatabase() {
  const client = new CosmosClient(inject('settings')['COSMOS']!);
  const { database } = await client.databases.create({ id: `schema-${crypto.randomUUID()}` });
  for (const container of containers) await database.containers.create(container);
  const all = async (name: string) => (await everyDocument(database.container(name))) as unknown[] as Stored[];

  return {
    database,
    version: () => storedVersionIn(database).read(),
    progressOf: (migrationId: string) => checkpointOf(database, migrationId).read(),
    members: () => all('workspaces'),
    seats: () => all('seats'),
    addMembers: (count: number) =>
      inTurn(count, (at) =>
        database
          .container('workspaces')
          .items.create({ id: `m${at}`, workspaceId: `w${at % 3}`, name: `Member ${at}` }),
      ),
    async [Symbol.asyncDispose](): Promise<void> {
      await database.delete();
      client.dispose();
    },
  };
}

async function inTurn(count: number, work: (at: number) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < count; at += 1) await work(at);
}
