import { CosmosClient } from '@azure/cosmos';
import { DefaultAzureCredential } from '@azure/identity';
import { standardPorts } from '../ports.ts';
import { localKey } from './auth.ts';

/** The database of a running start. */
export const localCosmos = `AccountEndpoint=http://127.0.0.1:${standardPorts.cosmos}/;AccountKey=${localKey};`;

/** An endpoint is entered as whoever is signed in to Azure; a connection string as it says. */
export function cosmosClientFor(cosmos: string): CosmosClient {
  if (cosmos.startsWith('AccountEndpoint=')) return new CosmosClient(cosmos);
  return new CosmosClient({ endpoint: cosmos, aadCredentials: new DefaultAzureCredential() });
}
