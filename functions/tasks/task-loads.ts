import type { Container } from '@azure/cosmos';
import { openStatuses } from '#domain/tasks/list.ts';

type Sides = Record<'employeeIds' | 'customerIds', readonly string[]>;
type Pair = { employeeId: string | null; customerId: string };

/** The part of the task store that says how much work people have. */
export const taskLoads = (tasks: Container, workspaceId: string) => ({
  /** Who stands on the two sides of each task of these employees and customers. */
  async pairsOf({ employeeIds, customerIds }: Sides): Promise<Pair[]> {
    const query = {
      query:
        'SELECT c.list.employeeId, c.customer.id AS customerId FROM c WHERE c.list.isLive = true AND (ARRAY_CONTAINS(@employeeIds, c.list.employeeId) OR ARRAY_CONTAINS(@customerIds, c.customer.id))',
      parameters: [
        { name: '@employeeIds', value: [...employeeIds] },
        { name: '@customerIds', value: [...customerIds] },
      ],
    };
    const options = { partitionKey: workspaceId, maxItemCount: 10_000 };
    const { resources } = await tasks.items.query<Pair>(query, options).fetchAll();
    return resources.map((pair) => (pair.employeeId === 'none' ? { ...pair, employeeId: null } : pair));
  },

  /** How many open tasks each of these employees has; who has none is not in it. */
  async openTasksOf(employeeIds: readonly string[]): Promise<Map<string, number>> {
    const query = {
      query:
        'SELECT VALUE c.list.employeeId FROM c WHERE c.list.isLive = true AND ARRAY_CONTAINS(@employeeIds, c.list.employeeId) AND ARRAY_CONTAINS(@open, c.status)',
      parameters: [
        { name: '@employeeIds', value: [...employeeIds] },
        { name: '@open', value: openStatuses },
      ],
    };
    const options = { partitionKey: workspaceId, maxItemCount: 10_000 };
    const { resources } = await tasks.items.query<string>(query, options).fetchAll();
    return resources.reduce((counts, id) => counts.set(id, (counts.get(id) ?? 0) + 1), new Map<string, number>());
  },
});
