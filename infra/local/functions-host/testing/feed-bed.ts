import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CosmosClient } from '@azure/cosmos';
import { startCosmos } from '../../cosmos/server.ts';
import { appFolder } from './app-folder.ts';
import { startFolder, type TestHost } from './start-app.ts';

export type FeedBed = Awaited<ReturnType<typeof startFeedBed>>;

/** Tries for ever, at once. */
export const retry = { strategy: 'fixedDelay', maxRetryCount: -1, delayInterval: 0 };

/** The documents say what the function does with them: fail so many times, or never end on one host. */
export const feedApp = (options: object = {}) => `app.cosmosDB('score', {
  connection: 'COSMOS', databaseName: 'crm', containerName: '%FED%',
  feedPollDelay: 20, leaseAcquireInterval: 100, leaseRenewInterval: 200, leaseExpirationInterval: 1000,
  ...${JSON.stringify(options)},
  handler: async (documents, context) => {
    const attempt = context.retryContext?.retryCount ?? 0;
    context.log(process.env.HOST, 'batch', documents.map((document) => document.id).join(' '), 'attempt', attempt);
    if (documents.some((document) => document.failures > attempt)) throw new Error('Not yet');
    if (documents.some((document) => document.hangsOn === process.env.HOST)) await new Promise(() => {});
  },
});`;

/** The ids of each batch the function was given on this host. */
export const batches = (host: TestHost) => host.lines.flatMap((line) => /batch (.*) attempt/.exec(line)?.[1] ?? []);

/** A Cosmos DB with the leases container, and containers to be fed from. */
export async function startFeedBed() {
  const dir = await mkdtemp(path.join(tmpdir(), 'feed-'));
  const cosmos = await startCosmos({ port: 0, dir });
  const client = new CosmosClient(cosmos.connectionString);
  const { database } = await client.databases.createIfNotExists({ id: 'crm' });
  const { container: leases } = await database.containers.createIfNotExists({ id: 'leases', partitionKey: '/id' });
  const folders: string[] = [];

  return {
    cosmos,
    database,

    /** A container of its own, and the app whose function is fed from it. */
    async feed(main = feedApp()) {
      const id = `payments-${folders.length}`;
      const { container } = await database.containers.create({ id, partitionKey: '/workspaceId' });
      const folder = await appFolder({ main });
      folders.push(folder);
      return {
        container,
        start: (name = 'first', grace = 10) =>
          startFolder(folder, { env: { COSMOS: cosmos.connectionString, FED: id, HOST: name }, grace }),
        pay: (paymentId: string, more: object = {}) =>
          container.items.upsert({ id: paymentId, workspaceId: 'w1', ...more }),
        lease: async () => {
          const { resource: definition } = await container.read();
          const [range] = await container.getFeedRanges();
          const leaseId = `crm.${id}.${definition?._rid}..${range?.minInclusive}-${range?.maxExclusive}`;
          const { resource } = await leases
            .item(leaseId, leaseId)
            .read<{ owner: string | null; continuation: string | null }>();
          return resource;
        },
      };
    },

    async close() {
      client.dispose();
      await cosmos.close();
      await Promise.all([dir, ...folders].map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
