import { type Import, mayRun, mayUndo } from '#domain/imports/import.ts';
import { problems } from '#domain/kernel/problem.ts';
import { enqueue } from '#functions/platform/storage.ts';
import type { Work } from '#functions/work.ts';

/** The person has seen the preview and says yes. */
export async function askToRun(work: Work, importId: string): Promise<Import> {
  const job = await work.imports.get(importId);
  if (!mayRun(job)) throw problems.conflict('This import cannot be run now.');
  if (job.state === 'waiting' || job.state === 'running') return job;
  if (job.preview?.good === 0) throw problems.conflict('This file has no row that can be imported.');
  // A run that failed goes on where it was.
  const done = job.state === 'failed' ? job.done : 0;
  return begin(work, { ...job, state: 'waiting', done, failedWhile: null });
}

/** The person has said yes to taking back what the import added. */
export async function askToUndo(work: Work, importId: string): Promise<Import> {
  const job = await work.imports.get(importId);
  if (!mayUndo(job, work.now()))
    throw problems.conflict('This import cannot be undone: seven days have passed, or it added nothing.');
  if (job.state === 'undoing') return job;
  const done = job.failedWhile === 'undoing' ? job.done : 0;
  return begin(work, { ...job, state: 'undoing', done, failedWhile: null });
}

async function begin(
  { imports, workspaceId, now }: Work,
  next: Awaited<ReturnType<Work['imports']['get']>>,
): Promise<Import> {
  // Two at a time could take away a customer whom the other is just giving a payment.
  const others = await imports.othersAtWork(next.id);
  if (others.length > 0) throw problems.conflict(`${others[0]!.fileName} is at work. Please wait until it is done.`);
  const kept = await imports.keepProgress({ ...next, updatedAt: now().toISOString() });
  if (!kept) throw problems.changedMeanwhile('The import');
  await enqueue('imports', { workspaceId, importId: next.id });
  return kept;
}
