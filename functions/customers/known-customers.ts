import type { Container } from '@azure/cosmos';
import * as z from 'zod';
import { Customer } from '#domain/customers/customer.ts';
import { chunksOf } from '#functions/platform/batch.ts';

/** A place that cannot be read is as good as none: it must not hold up its customer's payments. */
const KnownCustomer = z.object({
  id: Customer.shape.id,
  place: Customer.shape.place.catch(null),
  bornOn: Customer.shape.bornOn.catch(null),
  measures: Customer.shape.measures.catch(null),
  measuresVersion: z.int().catch(0),
});
export type KnownCustomer = ReturnType<typeof KnownCustomer.parse>;
const parts = 'c.id, c.place, c.bornOn, c.measures, c.measuresVersion';

/** What segments read of customers: what is ranked of each beside their payments, and the measures they have. */
export const knownCustomers = (customers: Container, workspaceId: string) => {
  /** Of one alone, as with most payments, a point read costs less than half of a query. */
  const stored = async (ids: string[]): Promise<unknown[]> => {
    const [id, ...others] = ids;
    if (id !== undefined && others.length === 0) {
      const { resource } = await customers.item(id, workspaceId).read<object>();
      return resource ? [resource] : [];
    }
    const query = {
      query: `SELECT ${parts} FROM c WHERE ARRAY_CONTAINS(@ids, c.id)`,
      parameters: [{ name: '@ids', value: ids }],
    };
    const options = { partitionKey: workspaceId, maxItemCount: 200 };
    return (await customers.items.query<unknown>(query, options).fetchAll()).resources;
  };

  return {
    /** Those of the ids that are stored. */
    async known(ids: string[]): Promise<Map<string, KnownCustomer>> {
      const found: KnownCustomer[] = [];
      for (const chunk of chunksOf(ids, 200))
        found.push(...(await stored(chunk)).map((resource) => KnownCustomer.parse(resource)));
      return new Map(found.map((customer) => [customer.id, customer]));
    },

    /** All of the workspace, some at a time. */
    async *everyKnown(): AsyncIterable<KnownCustomer[]> {
      const options = { partitionKey: workspaceId, maxItemCount: 1000 };
      const pages = customers.items.query<unknown>(`SELECT ${parts} FROM c`, options).getAsyncIterator();
      for await (const { resources } of pages) yield resources.map((resource) => KnownCustomer.parse(resource));
    },
  };
};
