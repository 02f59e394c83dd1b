import type { Container } from '@azure/cosmos';
import type { Measures } from '#domain/customers/customer.ts';
import { chunksOf, maxBatch, runBatch } from '#functions/platform/batch.ts';

/** Null, which stands before every value, rather than missing: an index may leave out what is missing. */
export const sortedMeasures = (measures: Measures | null) => ({
  lastPaidOn: measures?.lastPaidOn ?? null,
  frequency: measures?.frequency ?? null,
  monetary: measures?.monetary ?? null,
  market: measures?.market ?? null,
});

/** The part of the customer store that the segments read and write. */
export const customerMeasures = (customers: Container, workspaceId: string) => {
  const partition = { partitionKey: workspaceId, maxItemCount: maxBatch };

  /** Those of the ids that are stored and whose measures are older than this version. */
  const outdated = async (ids: string[], version: number): Promise<string[]> => {
    const query = {
      query: 'SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(@ids, c.id) AND c.measuresVersion < @version',
      parameters: [
        { name: '@ids', value: ids },
        { name: '@version', value: version },
      ],
    };
    return (await customers.items.query<string>(query, partition).fetchAll()).resources;
  };

  return {
    /** Writes measures only over those of a lower version: late and repeated work changes nothing. */
    async setMeasures(changes: ReadonlyMap<string, Measures | null>, version: number): Promise<void> {
      for (const ids of chunksOf([...changes.keys()], maxBatch)) {
        let older = ids;
        for (;;) {
          const operations = older.map((id) => patchOf(id, changes.get(id) ?? null, version));
          if (operations.length === 0 || (await runBatch(customers, operations, workspaceId)) === 'done') break;
          // One of them was written by others or is gone: the others of the batch are still to be done.
          older = await outdated(ids, version);
        }
      }
    },

    async countWithoutMeasures(): Promise<number> {
      const query = 'SELECT VALUE COUNT(1) FROM c WHERE c.list.frequency = null';
      const { resources } = await customers.items.query<number>(query, partition).fetchAll();
      return resources[0] ?? 0;
    },
  };
};

const patchOf = (id: string, measures: Measures | null, version: number) => ({
  operationType: 'Patch' as const,
  id,
  resourceBody: {
    operations: [
      { op: 'set' as const, path: '/measures', value: measures },
      ...Object.entries(sortedMeasures(measures)).map(([name, value]) => ({
        op: 'set' as const,
        path: `/list/${name}`,
        value,
      })),
      { op: 'set' as const, path: '/measuresVersion', value: version },
    ],
    condition: `FROM c WHERE c.measuresVersion < ${version}`,
  },
});
