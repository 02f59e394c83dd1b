import { isAtWork, undoUntil } from '#domain/imports/import.ts';
import type { SystemWork } from '#functions/work.ts';

/** After the last try. What was done stays done, and the same step can be asked for again. */
export async function failImport({ imports, live, now }: SystemWork, importId: string): Promise<void> {
  const job = await imports.find(importId);
  if (!job || !isAtWork(job)) return;
  const failedWhile = job.state === 'checking' || job.state === 'undoing' ? job.state : 'running';
  await imports.keepProgress({
    ...job,
    state: 'failed',
    failedWhile,
    undoUntil: failedWhile === 'running' ? undoUntil(now()) : job.undoUntil,
    updatedAt: now().toISOString(),
  });
  await live.toStaff({ kind: 'import.changed', importId });
}
