import { CosmosClient, type Container } from '@azure/cosmos';
import { hasCode } from './lease-store.ts';

const clients = new Map<string, CosmosClient>();

/** One client for all functions on an account. */
export function clientFor(connectionString: string): CosmosClient {
  const client = clients.get(connectionString) ?? new CosmosClient(connectionString);
  clients.set(connectionString, client);
  return client;
}

/** The container's resource id: another container of the same name later has another one. */
export async function resourceIdOf(container: Container): Promise<string> {
  try {
    const { resource } = await container.read();
    return resource?._rid ?? '';
  } catch (error) {
    throw hasCode(error, 404) ? missing(container) : error;
  }
}

/** A data role cannot make containers, so in Azure it must be there: here too, unless the trigger says otherwise. */
export async function ensureLeases(container: Container, mayCreate: boolean): Promise<void> {
  if (mayCreate) {
    await container.database.containers.createIfNotExists({ id: container.id, partitionKey: '/id' });
    return;
  }
  await resourceIdOf(container);
}

const missing = (container: Container) =>
  new Error(
    `the container "${container.id}" of the database "${container.database.id}" does not exist. The host never creates ` +
      'a container, except the leases of a trigger that says createLeaseContainerIfNotExists.',
  );
