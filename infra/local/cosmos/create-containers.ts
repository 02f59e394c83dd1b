import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { CosmosClient, PartitionKeyKind, type ContainerDefinition, type Database } from '@azure/cosmos';

/** One JSON file per container; Bicep reads the same files. */
interface ContainerFile {
  name: string;
  partitionKey: string[];
  defaultTtl?: number;
  uniqueKeys?: { paths: string[] }[];
  indexingPolicy: NonNullable<ContainerDefinition['indexingPolicy']>;
}

const databaseName = 'crm';

/** Makes the database and each container that is missing, and brings changed indexing policies and TTLs up to date. */
export async function createContainers(account: { endpoint: string; key: string }, folder: string): Promise<void> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const client = new CosmosClient({ endpoint: account.endpoint, key: account.key });
  try {
    const { database } = await client.databases.createIfNotExists({ id: databaseName });
    for (const file of files.toSorted()) {
      await createContainer(database, JSON.parse(readFileSync(join(folder, file), 'utf8')) as ContainerFile);
    }
  } finally {
    client.dispose();
  }
}

async function createContainer(database: Database, file: ContainerFile): Promise<void> {
  const wanted = {
    id: file.name,
    partitionKey: {
      paths: file.partitionKey,
      kind: file.partitionKey.length > 1 ? PartitionKeyKind.MultiHash : PartitionKeyKind.Hash,
      version: 2,
    },
    indexingPolicy: file.indexingPolicy,
    ...(file.defaultTtl !== undefined && { defaultTtl: file.defaultTtl }),
    ...(file.uniqueKeys && { uniqueKeyPolicy: { uniqueKeys: file.uniqueKeys } }),
  };
  const { container, resource } = await database.containers.createIfNotExists(wanted);
  const isCurrent =
    resource?.defaultTtl === wanted.defaultTtl &&
    isDeepStrictEqual({ ...resource?.indexingPolicy, ...file.indexingPolicy }, resource?.indexingPolicy);
  if (!isCurrent) await container.replace(wanted);
}
