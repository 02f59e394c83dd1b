import { problems } from '#domain/kernel/problem.ts';
import { type BulkDraft, type BulkJob, mayUndo } from '#domain/members/bulk.ts';
import type { Work } from '#functions/work.ts';
import { enqueueBulk, lookAfterBulk } from './bulk-queue.ts';

/** Whom it is about is settled here: who matches later is not touched. */
export async function startBulk(work: Work, { action, where }: BulkDraft): Promise<BulkJob> {
  const { members, bulk, workspaceId, caller, now, newId } = work;
  const ids = 'ids' in where ? [...new Set(where.ids)] : await members.idsOf(where.filter);
  const jobId = newId();
  const at = now().toISOString();
  await bulk.keepIds(jobId, ids);
  await lookAfterBulk({ workspaceId, jobId, seen: at });
  const job = await bulk.add({
    id: jobId,
    action,
    state: 'running',
    total: ids.length,
    done: 0,
    changed: 0,
    skipped: {},
    unfilled: 0,
    restored: 0,
    by: { memberId: caller.memberId, name: caller.name },
    createdAt: at,
    updatedAt: at,
    undoUntil: null,
  });
  await enqueueBulk({ workspaceId, jobId });
  await note(work, job, action === 'verify' ? 'bulk-verified' : 'bulk-deleted');
  return job;
}

export async function askToUndoBulk(work: Work, jobId: string): Promise<BulkJob> {
  const { bulk, workspaceId, now } = work;
  const job = await bulk.get(jobId);
  if (job.state === 'undoing' || job.state === 'undone') return job;
  if (!mayUndo(job, now()))
    throw problems.conflict('This cannot be undone now: it is still at work, or 30 days have passed.');

  const seen = now().toISOString();
  await lookAfterBulk({ workspaceId, jobId, seen });
  const kept = await bulk.keepProgress({ ...job, state: 'undoing', done: 0, restored: 0, updatedAt: seen });
  if (!kept) throw problems.changedMeanwhile('The job');
  await enqueueBulk({ workspaceId, jobId });
  await note(work, kept, 'bulk-undone');
  return kept;
}

async function note(
  { audit, caller, address }: Work,
  { total }: BulkJob,
  action: 'bulk-verified' | 'bulk-deleted' | 'bulk-undone',
): Promise<void> {
  await audit.add({
    action,
    by: { memberId: caller.memberId, name: caller.name },
    detail: { count: `${total}` },
    address,
  });
}
