import type { NumberedRow } from '#domain/imports/history-row.ts';
import type { Import } from '#domain/imports/import.ts';
import type { SystemWork } from '#functions/work.ts';
import type { StoredImport } from './import-store.ts';

const rowsAtOnce = 2000;

type Counts = Partial<Pick<Import, 'added' | 'customersAdded' | 'removed'>>;
type Way = {
  during: Import['state'];
  finished: (job: StoredImport) => Partial<Import>;
  /** `earlier` are the rows that earlier steps have done. */
  step: (rows: NumberedRow[], earlier: NumberedRow[]) => Promise<Counts>;
};

/**
 * Takes the rows of an import step by step until all are done or `until` has come; true when rows are left. Whatever
 * stops it, doing it again goes on where the progress was last kept. Of two workers on one import the slower one leaves
 * it to the other.
 */
export async function workThrough(
  { imports, live, now }: SystemWork,
  started: StoredImport,
  { during, finished, step }: Way,
  until: Date,
): Promise<boolean> {
  const rows = await imports.rows(started);
  let job = started;
  while (job.state !== 'done' && job.state !== 'undone') {
    if (now() >= until) return true;
    const some = rows.slice(job.done, job.done + rowsAtOnce);
    const counts = await step(some, rows.slice(0, job.done));
    const done = job.done + some.length;
    const kept = await imports.keepProgress({
      ...job,
      state: during,
      done,
      added: job.added + (counts.added ?? 0),
      customersAdded: job.customersAdded + (counts.customersAdded ?? 0),
      removed: job.removed + (counts.removed ?? 0),
      updatedAt: now().toISOString(),
      ...(done >= rows.length && finished(job)),
    });
    if (!kept) return false;
    job = kept;
    await live.toStaff({ kind: 'import.changed', importId: job.id });
  }
  return false;
}
