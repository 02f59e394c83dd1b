import { type Import, mayMap } from '#domain/imports/import.ts';
import type { Mapping } from '#domain/imports/mapping.ts';
import { problems } from '#domain/kernel/problem.ts';
import { enqueue } from '#functions/platform/storage.ts';
import type { Work } from '#functions/work.ts';

/** What the person says the columns are; every row is looked at again. */
export async function mapImport(
  { imports, workspaceId, now }: Work,
  importId: string,
  mapping: Mapping,
): Promise<Import> {
  const job = await imports.get(importId);
  if (!mayMap(job)) throw problems.conflict('Rows of this import are stored already.');
  const errors = Object.entries(mapping).flatMap(([field, place]) =>
    typeof place === 'number' && place >= job.columns.length
      ? [{ pointer: `/body/${field}`, detail: 'The file has no such column' }]
      : [],
  );
  if (errors.length > 0) throw problems.invalid(errors);

  const at = now().toISOString();
  const mapped = {
    ...job,
    mapping,
    state: 'checking',
    preview: null,
    done: 0,
    failedWhile: null,
    updatedAt: at,
  } as const;
  const kept = await imports.keepProgress(mapped);
  if (!kept) throw problems.changedMeanwhile('The import');
  await enqueue('imports', { workspaceId, importId });
  return kept;
}
