import type { Container, SqlQuerySpec } from '@azure/cosmos';
import type { Customer, Measures } from '#domain/customers/customer.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import type { MeasureRanges } from '#domain/segments/ranges.ts';
import { chunksOf, maxBatch, runBatch } from '#functions/platform/batch.ts';

type PageOf = (query: SqlQuerySpec, where: PageQuery) => Promise<Page<Customer>>;

/** The part of the customer store that the segments read and write. */
export const customerMeasures = (customers: Container, workspaceId: string, page: PageOf) => {
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
        for (;;) {
          const operations = (await outdated(ids, version)).map((id) => patchOf(id, changes.get(id) ?? null, version));
          if (operations.length === 0 || (await runBatch(customers, operations, workspaceId)) === 'done') break;
        }
      }
    },

    /** By total spend, highest first. */
    listByMeasures({ all, any }: MeasureRanges, where: PageQuery): Promise<Page<Customer>> {
      const conditions = [...all, ...any].map(({ measure, is }, at) => `c.measures.${measure} ${is} @bound${at}`);
      const parameters = [...all, ...any].map(({ value }, at) => ({ name: `@bound${at}`, value }));
      const oneOf = conditions.splice(all.length).join(' OR ');
      const filter = [...conditions, ...(oneOf ? [`(${oneOf})`] : [])].join(' AND ');
      return page({ query: `SELECT * FROM c WHERE ${filter} ORDER BY c.measures.monetary DESC`, parameters }, where);
    },

    /** By name. */
    listWithoutMeasures: (where: PageQuery): Promise<Page<Customer>> =>
      page({ query: 'SELECT * FROM c WHERE c.measures = null ORDER BY c.sortName' }, where),

    async countWithoutMeasures(): Promise<number> {
      const query = 'SELECT VALUE COUNT(1) FROM c WHERE c.measures = null';
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
      { op: 'set' as const, path: '/measuresVersion', value: version },
    ],
    condition: `FROM c WHERE c.measuresVersion < ${version}`,
  },
});
