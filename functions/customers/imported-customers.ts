import type { Container, OperationInput } from '@azure/cosmos';
import type { Customer } from '#domain/customers/customer.ts';
import { chunksOf, maxBatch, runBatch } from '#functions/platform/batch.ts';
import { sourcesOf } from './imported-facts.ts';

type ImportedCustomer = Omit<Customer, 'version'>;
type Stored = { id: string; importId?: string | null; memberId: string | null };

/** The part of the customer store that imports read and write. All of it is safe to repeat. */
export const importedCustomers = (
  customers: Container,
  workspaceId: string,
  extrasOf: (customer: ImportedCustomer) => Record<string, unknown>,
) => {
  const storedOf = async (ids: string[]): Promise<Map<string, Stored>> => {
    const query = {
      query: 'SELECT c.id, c.importId, c.memberId FROM c WHERE ARRAY_CONTAINS(@ids, c.id)',
      parameters: [{ name: '@ids', value: ids }],
    };
    const partition = { partitionKey: workspaceId, maxItemCount: 200 };
    const { resources } = await customers.items.query<Stored>(query, partition).fetchAll();
    return new Map(resources.map((stored) => [stored.id, stored]));
  };

  return {
    /** Stores those that are not there yet; the answer is how many are there by this import, or new without one. */
    async addMissing(wanted: ImportedCustomer[], importId: string | null = null): Promise<number> {
      let added = 0;
      for (const chunk of chunksOf(wanted, maxBatch)) {
        for (;;) {
          const stored = await storedOf(chunk.map(({ id }) => id));
          const operations = chunk
            .filter(({ id }) => !stored.has(id))
            .map((customer): OperationInput => ({
              operationType: 'Create',
              resourceBody: {
                ...customer,
                ...extrasOf(customer),
                ...sourcesOf(customer, importId),
                importId,
                workspaceId,
              },
            }));
          if (operations.length > 0 && (await runBatch(customers, operations, workspaceId)) === 'lost-race') continue;
          const before = [...stored.values()].filter((one) => importId !== null && one.importId === importId);
          added += operations.length + before.length;
          break;
        }
      }
      return added;
    },

    /** Removes those of the ids that an import made and who have not signed up since. */
    async removeImported(ids: string[]): Promise<void> {
      for (const chunk of chunksOf(ids, maxBatch)) {
        for (;;) {
          const operations = [...(await storedOf(chunk)).values()]
            .filter(({ importId, memberId }) => importId && memberId === null)
            .map(({ id }): OperationInput => ({ operationType: 'Delete', id }));
          if (operations.length === 0 || (await runBatch(customers, operations, workspaceId)) === 'done') break;
        }
      }
    },
  };
};
