import type { Container, OperationInput, PatchOperation } from '@azure/cosmos';
import { chunksOf, maxBatch, runBatch } from '#functions/platform/batch.ts';
import { factNames, type Facts, setFact, sourceOf } from './customer-facts.ts';

type Stored = { id: string; _etag: string } & Partial<Facts & Record<(typeof sourceOf)[keyof Facts], string | null>>;

/** What is stored beside the facts of a customer whom an import makes. */
export const sourcesOf = (facts: Facts, importId: string | null) =>
  Object.fromEntries(factNames.map((name) => [sourceOf[name], facts[name] === null ? null : importId]));

/** The part of the customer store that takes facts from imported files. All of it is safe to repeat. */
export const importedFacts = (customers: Container, workspaceId: string) => {
  const storedOf = async (ids: string[]): Promise<Stored[]> => {
    const query = {
      query: 'SELECT c.id, c._etag, c.place, c.bornOn, c.placeBy, c.bornOnBy FROM c WHERE ARRAY_CONTAINS(@ids, c.id)',
      parameters: [{ name: '@ids', value: ids }],
    };
    const partition = { partitionKey: workspaceId, maxItemCount: maxBatch };
    return (await customers.items.query<Stored>(query, partition).fetchAll()).resources;
  };

  const patchEach = async (ids: string[], patchOf: (stored: Stored) => PatchOperation[]): Promise<void> => {
    for (const chunk of chunksOf(ids, maxBatch)) {
      for (;;) {
        const operations = (await storedOf(chunk)).flatMap((stored): OperationInput[] => {
          const patch = patchOf(stored);
          if (patch.length === 0) return [];
          const { id, _etag: ifMatch } = stored;
          return [{ operationType: 'Patch', id, ifMatch, resourceBody: { operations: patch } }];
        });
        if (operations.length === 0 || (await runBatch(customers, operations, workspaceId)) === 'done') break;
      }
    }
  };

  return {
    /** Says what is not known yet; what is known stays as it is. */
    fillFacts: (facts: ReadonlyMap<string, Facts>, importId: string): Promise<void> =>
      patchEach([...facts.keys()], (stored) =>
        factNames.flatMap((name) => {
          const told = facts.get(stored.id)![name];
          return told === null || (stored[name] ?? null) !== null ? [] : setFact(name, told, importId);
        }),
      ),

    /** Takes back what is known by this import and nobody else. */
    forgetFacts: (ids: string[], importId: string): Promise<void> =>
      patchEach(ids, (stored) =>
        factNames.flatMap((name) => (stored[sourceOf[name]] === importId ? setFact(name, null, null) : [])),
      ),
  };
};
