import { Customer } from '#domain/customers/customer.ts';
import type { Count } from '#domain/kernel/list.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { fold, tokensOf } from '#domain/kernel/search.ts';
import type { SegmentSort } from '#domain/segments/list.ts';
import { container, documents } from '#functions/platform/cosmos.ts';
import { lists } from '#functions/platform/list-query.ts';
import { conditionsOf, customerPaths, type CustomersWanted } from './customer-conditions.ts';
import { customerFacts } from './customer-facts.ts';
import { customerMeasures, sortedMeasures } from './customer-measures.ts';
import { customerPerson } from './customer-person.ts';
import { customerOwners } from './customer-owners.ts';
import { importedCustomers } from './imported-customers.ts';
import { knownCustomers } from './known-customers.ts';
import { importedFacts } from './imported-facts.ts';

const customers = container('customers');

export type NewCustomer = Omit<Customer, 'version'>;

type Asked = CustomersWanted & Pick<PageQuery, 'cursor' | 'limit'> & { sort?: SegmentSort };

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

  return {
    find,
    get,
    add: (customer: NewCustomer): Promise<Customer> => add(customer, extrasOf(customer)),

    /** By name unless asked otherwise. */
    list: ({ sort = 'name', cursor, limit, ...wanted }: Asked): Promise<Page<Customer>> =>
      list.page(conditionsOf(wanted), { sort, paths: customerPaths }, { cursor, limit }),

    all: (wanted: CustomersWanted, sort: SegmentSort): AsyncIterable<Customer[]> =>
      list.all(conditionsOf(wanted), { sort, paths: customerPaths }),

    count: (wanted: CustomersWanted, isExact: boolean): Promise<Count> => list.count(conditionsOf(wanted), isExact),

    ...knownCustomers(customers, workspaceId),
    ...customerMeasures(customers, workspaceId),
    ...customerFacts(customers, workspaceId),
    ...customerOwners(customers, workspaceId),
    ...customerPerson(customers, workspaceId),
    ...importedCustomers(customers, workspaceId, extrasOf),
    ...importedFacts(customers, workspaceId),
  };
};
