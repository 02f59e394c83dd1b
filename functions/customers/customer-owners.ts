import type { Container, PatchOperation } from '@azure/cosmos';
import { Customer } from '#domain/customers/customer.ts';
import { orProblem } from '#functions/platform/cosmos.ts';

type Owned = { customerId: string; ownerId: string };

/** Whose customers they are. Patched, so that measures written at the same time stay. */
export const customerOwners = (customers: Container, workspaceId: string) => {
  const patch = async (customerId: string, operations: PatchOperation[]): Promise<Customer> => {
    const work = customers.item(customerId, workspaceId).patch<{ _etag: string }>(operations);
    const { resource } = await orProblem('The customer', work);
    return Customer.parse({ ...resource, version: resource?._etag });
  };

  return {
    setOwner: (customerId: string, owner: Customer['owner']): Promise<Customer> =>
      patch(customerId, [
        { op: 'set', path: '/owner', value: owner },
        { op: 'set', path: '/list/ownerId', value: owner?.id ?? null },
      ]),

    /** Which of these employees and customers are assigned to one another, or to others. */
    async ownersOf({ ownerIds, customerIds }: Record<'ownerIds' | 'customerIds', readonly string[]>): Promise<Owned[]> {
      const query = {
        query:
          'SELECT c.id AS customerId, c.list.ownerId FROM c WHERE ARRAY_CONTAINS(@ownerIds, c.list.ownerId) OR ARRAY_CONTAINS(@customerIds, c.id)',
        parameters: [
          { name: '@ownerIds', value: [...ownerIds] },
          { name: '@customerIds', value: [...customerIds] },
        ],
      };
      const options = { partitionKey: workspaceId, maxItemCount: 10_000 };
      const { resources } = await customers.items.query<Owned & { ownerId: string | null }>(query, options).fetchAll();
      return resources.flatMap(({ customerId, ownerId }) => (ownerId ? [{ customerId, ownerId }] : []));
    },
  };
};
