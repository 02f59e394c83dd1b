import { isUnderWay, keptUntil } from '#domain/exports/export.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import type { SystemWork } from '#functions/work.ts';
import type { StoredExport } from './export-store.ts';
import { writeArchive } from './write-archive.ts';

/** How often who waits for it is told. */
const toldEveryMs = 1000;

/** Makes the copy, from its beginning whenever it is cut off: it only reads. */
export async function runExport(work: SystemWork, exportId: string): Promise<void> {
  const { exports, now } = work;
  let job = await exports.find(exportId);
  if (!job || !isUnderWay(job)) return;
  const keep = async (change: Partial<StoredExport>): Promise<void> => {
    job = await exports.keep({ ...job!, ...change, updatedAt: now().toISOString() });
    if (!job) throw new Error('Another worker is at this export');
    await work.live.toMember(job.by.memberId, { kind: 'export.changed', exportId });
  };

  await keep({ state: 'running', documents: 0, files: 0 });
  let toldAt = now().getTime();
  const onProgress = async (copied: Pick<StoredExport, 'documents' | 'files'>): Promise<void> => {
    if (now().getTime() - toldAt < toldEveryMs) return;
    toldAt = now().getTime();
    await keep(copied);
  };
  const copied = await orTooLarge(writeArchive(work, { kind: 'copy', name: exports.blobName(exportId), onProgress }));
  if (!copied) return failExport(work, exportId);
  await keep({ ...copied, state: 'done', keptUntil: keptUntil(now()) });
}

/** Null when it does not fit in one file: another try would not help. */
async function orTooLarge<T>(copying: Promise<T>): Promise<T | null> {
  try {
    return await copying;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 409) return null;
    throw error;
  }
}

/** After the last try. It can be asked for again. */
export async function failExport({ exports, live, now }: SystemWork, exportId: string): Promise<void> {
  const job = await exports.find(exportId);
  if (!job || !isUnderWay(job)) return;
  await exports.keep({ ...job, state: 'failed', updatedAt: now().toISOString() });
  await live.toMember(job.by.memberId, { kind: 'export.changed', exportId });
}
