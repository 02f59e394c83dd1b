import { Customer } from '#domain/customers/customer.ts';
import type { CustomerSort } from '#domain/customers/list.ts';
import type { Count } from '#domain/kernel/list.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { fold, tokensOf } from '#domain/kernel/search.ts';
import { chunksOf } from '#functions/platform/batch.ts';
import { container, documents } from '#functions/platform/cosmos.ts';
import { lists } from '#functions/platform/list-query.ts';
import { conditionsOf, customerPaths, type CustomersWanted } from './customer-conditions.ts';
import { customerMeasures, sortedMeasures } from './customer-measures.ts';
import { customerPerson } from './customer-person.ts';
import { customerOwners } from './customer-owners.ts';
import { importedCustomers } from './imported-customers.ts';

const customers = container('customers');

export type NewCustomer = Omit<Customer, 'version'>;

type Asked = CustomersWanted & Pick<PageQuery, 'cursor' | 'limit'> & { sort?: CustomerSort };

/** Beside what people see: what lists are searched, filtered and sorted by, and how new the measures are. */
const extrasOf = ({ name, email, reference, memberId, owner, measures }: NewCustomer) => ({
  list: {
    tokens: tokensOf(name, email, reference),
    name: fold(name),
    account: memberId ? 'yes' : 'no',
    ownerId: owner?.id ?? null,
    ...sortedMeasures(measures),
  },
  measuresVersion: 0,
});

/** Customers of one workspace. */
export const customerStore = (workspaceId: string) => {
  const { find, get, add, page } = documents('The customer', customers, Customer, workspaceId, { workspaceId });
  const list = lists(customers, workspaceId, page);

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

    /** By name unless asked otherwise. */
    list: ({ sort = 'name', cursor, limit, ...wanted }: Asked): Promise<Page<Customer>> =>
      list.page(conditionsOf(wanted), { sort, paths: customerPaths }, { cursor, limit }),

    all: (wanted: CustomersWanted, sort: CustomerSort): AsyncIterable<Customer[]> =>
      list.all(conditionsOf(wanted), { sort, paths: customerPaths }),

    count: (wanted: CustomersWanted, isExact: boolean): Promise<Count> => list.count(conditionsOf(wanted), isExact),

    ...customerMeasures(customers, workspaceId),
    ...customerOwners(customers, workspaceId),
    ...customerPerson(customers, workspaceId),
    ...importedCustomers(customers, workspaceId, extrasOf),
  };
};
