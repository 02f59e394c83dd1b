import { isAtWork, undoUntil } from '#domain/members/bulk.ts';
import type { SystemWork } from '#functions/work.ts';
import { type BulkMessage, enqueueBulk, lookAfterBulk } from './bulk-queue.ts';
import { runBulk } from './run-bulk.ts';

/** Well below the five minutes a function may run. */
const sliceMs = 60_000;

/** Works on a job, or looks whether it has moved since it was seen; one that stands still is taken up. */
export async function stepBulk(work: SystemWork, { workspaceId, jobId, seen }: BulkMessage): Promise<void> {
  const job = await work.bulk.find(jobId);
  if (!job || !isAtWork(job)) return;
  if (seen !== undefined) await lookAfterBulk({ workspaceId, jobId, seen: job.updatedAt });
  if (seen !== undefined && seen !== job.updatedAt) return;

  const isLeft = await runBulk(work, jobId, new Date(work.now().getTime() + sliceMs));
  if (isLeft) await enqueueBulk({ workspaceId, jobId });
}

/** After the last try. What was done stays done, and can be undone. */
export async function failBulk({ bulk, live, now }: SystemWork, jobId: string): Promise<void> {
  const job = await bulk.find(jobId);
  if (!job || !isAtWork(job)) return;
  await bulk.keepProgress({ ...job, state: 'failed', undoUntil: undoUntil(now()), updatedAt: now().toISOString() });
  await live.toMember(job.by.memberId, { kind: 'bulk.changed', jobId });
}
