import { Customer } from '#domain/customers/customer.ts';
import { fold, searchedTokens, tokensOf } from '#domain/customers/search.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { chunksOf, maxBatch, runBatch } from '#functions/platform/batch.ts';
import { container, documents } from '#functions/platform/cosmos.ts';
import { customerMeasures } from './customer-measures.ts';

const customers = container('customers');

export type NewCustomer = Omit<Customer, 'version'>;

/** Beside what people see: what the list is searched and sorted by, and how new the measures are. */
const extrasOf = (customer: NewCustomer) => ({
  tokens: tokensOf(customer),
  sortName: fold(customer.name),
  measuresVersion: 0,
});

/** Customers of one workspace. */
export const customerStore = (workspaceId: string) => {
  const { find, get, add, page } = documents('The customer', customers, Customer, workspaceId, { workspaceId });

  /** Those of the ids that are stored. */
  const known = async (ids: string[]): Promise<Set<string>> => {
    const found = new Set<string>();
    for (const chunk of chunksOf(ids, 200)) {
      const query = {
        query: 'SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(@ids, c.id)',
        parameters: [{ name: '@ids', value: chunk }],
      };
      const options = { partitionKey: workspaceId, maxItemCount: 200 };
      const { resources } = await customers.items.query<string>(query, options).fetchAll();
      for (const id of resources) found.add(id);
    }
    return found;
  };

  return {
    find,
    get,
    known,
    add: (customer: NewCustomer): Promise<Customer> => add(customer, extrasOf(customer)),

    /** Stores those that are not there yet; the answer is how many were new. Safe to repeat. */
    async addMissing(wanted: NewCustomer[]): Promise<number> {
      let added = 0;
      for (const chunk of chunksOf(wanted, maxBatch)) {
        for (;;) {
          const there = await known(chunk.map(({ id }) => id));
          const missing = chunk.filter(({ id }) => !there.has(id));
          const operations = missing.map((customer) => ({
            operationType: 'Create' as const,
            resourceBody: { ...customer, ...extrasOf(customer), workspaceId },
          }));
          if (operations.length > 0 && (await runBatch(customers, operations, workspaceId)) === 'lost-race') continue;
          added += missing.length;
          break;
        }
      }
      return added;
    },

    /** By name; with `q` those where each word begins a word of the name, the e-mail address or the reference. */
    list({ q, ...where }: PageQuery & { q?: string | undefined }): Promise<Page<Customer>> {
      const tokens = searchedTokens(q ?? '');
      const conditions = tokens.map((_, at) => `ARRAY_CONTAINS(c.tokens, @token${at})`);
      const filter = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
      const parameters = tokens.map((value, at) => ({ name: `@token${at}`, value }));
      return page({ query: `SELECT * FROM c ${filter} ORDER BY c.sortName`, parameters }, where);
    },

    ...customerMeasures(customers, workspaceId, page),
  };
};
