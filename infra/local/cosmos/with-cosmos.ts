import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CosmosClient,
  PartitionKeyDefinitionVersion,
  PartitionKeyKind,
  type Container,
  type ContainerRequest,
} from '@azure/cosmos';
import { startCosmos, type LocalCosmos } from './server.ts';

export interface CosmosForTests {
  cosmos: LocalCosmos;
  client: CosmosClient;
  /** A new container with a name of its own; partition key `/workspaceId` and everything indexed, unless said otherwise. */
  container(given?: Partial<ContainerRequest> & { paths?: string[] }): Promise<Container>;
  /** Moves the server's clock. */
  later(seconds: number): void;
  stop(): Promise<void>;
}

/** The stand-in on a free port and a folder of its own, with the real SDK as its client. */
export async function openCosmos(): Promise<CosmosForTests> {
  const dir = mkdtempSync(join(tmpdir(), 'cosmos-'));
  let ahead = 0;
  const cosmos = await startCosmos({ port: 0, dir, now: () => Date.now() + ahead });
  const client = new CosmosClient(cosmos.connectionString);
  const { database } = await client.databases.createIfNotExists({ id: 'crm' });

  return {
    cosmos,
    client,
    async container({ paths = ['/workspaceId'], ...given } = {}) {
      const kind = paths.length > 1 ? PartitionKeyKind.MultiHash : PartitionKeyKind.Hash;
      const { container } = await database.containers.create({
        id: crypto.randomUUID(),
        partitionKey: { paths, kind, version: PartitionKeyDefinitionVersion.V2 },
        ...given,
      });
      return container;
    },
    later(seconds) {
      ahead += seconds * 1000;
    },
    async stop() {
      client.dispose();
      await cosmos.close();
      rmSync(dir, { recursive: true });
    },
  };
}
