import { CosmosClient } from '@azure/cosmos';

export type Document = { id: string; [name: string]: unknown };

/** Looks past the product: what stands in the database. */
export function openStored(connectionString: string) {
  const client = new CosmosClient(connectionString);
  const database = client.database('crm');
  return {
    container: (name: string) => database.container(name),
    async all(container: string, workspaceId: string): Promise<Document[]> {
      const options = { partitionKey: workspaceId, maxItemCount: 1000 };
      return (await database.container(container).items.query<Document>('SELECT * FROM c', options).fetchAll())
        .resources;
    },
    close: () => client.dispose(),
  };
}
export type Stored = ReturnType<typeof openStored>;
