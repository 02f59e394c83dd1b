import { type BulkJob, isAtWork, SkipReason, undoUntil } from '#domain/members/bulk.ts';
import { endSessionsOf } from '#functions/accounts/end-sessions.ts';
import { mostAtOnce } from './write-members.ts';
import type { SystemWork } from '#functions/work.ts';
import { planOf, undoPlanOf } from './bulk-plan.ts';

type Step = Pick<BulkJob, 'changed' | 'skipped' | 'unfilled' | 'restored'>;

/**
 * Goes through the members slice by slice until all are done or `until` has come; true when some are left. A slice is
 * written whole or not at all with the job's mark on each member, so that whatever stops it, and whoever works at the
 * same time, nobody is changed twice and the counts stay true.
 */
export async function runBulk(work: SystemWork, jobId: string, until: Date): Promise<boolean> {
  const { bulk, live, now } = work;
  const ids = await bulk.ids(jobId);
  let job = await bulk.get(jobId);
  while (isAtWork(job)) {
    if (now() >= until) return true;
    const some = ids.slice(job.done, job.done + mostAtOnce);
    const step = job.state === 'running' ? await changeSome(work, job, some) : await giveBackSome(work, job, some);
    const done = job.done + some.length;
    const kept = await bulk.keepProgress({
      ...job,
      ...step,
      done,
      updatedAt: now().toISOString(),
      ...(done >= ids.length && finished(job, now())),
    });
    // Somebody else was faster: the rest is theirs.
    if (!kept) return false;
    job = kept;
    await live.toMember(job.by.memberId, { kind: 'bulk.changed', jobId });
  }
  await live.toStaff({ kind: 'members.changed' });
  return false;
}

const finished = ({ state }: BulkJob, now: Date): Pick<BulkJob, 'state' | 'undoUntil'> =>
  state === 'running' ? { state: 'done', undoUntil: undoUntil(now) } : { state: 'undone', undoUntil: null };

async function changeSome(work: SystemWork, job: BulkJob, ids: readonly string[]): Promise<Step> {
  const { workspaceId, members, live, now } = work;
  for (;;) {
    const [found, adminIds] = await Promise.all([members.marked(ids), members.adminIds()]);
    const { changes, counts } = planOf(job, { ids, found, adminIds, now: now() });
    // Before anybody is deleted: cut off in between, no session is left that undoing would give back.
    if (job.action === 'delete')
      await Promise.all(changes.map(({ member }) => endSessionsOf(work, member.accountId, { workspaceId })));
    if (changes.length > 0 && (await members.replaceAll(changes)) !== 'done') continue;

    const tell = (memberId: string): Promise<void> =>
      job.action === 'verify' ? live.toMember(memberId, { kind: 'member.verified' }) : live.disconnect(memberId);
    await Promise.all(changes.map(({ member }) => tell(member.id)));
    return {
      changed: job.changed + counts.changed,
      unfilled: job.unfilled + counts.unfilled,
      skipped: sumOf(job.skipped, counts.skipped),
      restored: 0,
    };
  }
}

async function giveBackSome({ members, live }: SystemWork, job: BulkJob, ids: readonly string[]): Promise<Step> {
  for (;;) {
    const { changes, restored } = undoPlanOf(job, await members.marked(ids));
    if (changes.length > 0 && (await members.replaceAll(changes)) !== 'done') continue;

    await Promise.all(changes.map(({ member }) => live.disconnect(member.id)));
    const { changed, unfilled, skipped } = job;
    return { changed, unfilled, skipped, restored: job.restored + restored };
  }
}

const sumOf = (one: BulkJob['skipped'], other: BulkJob['skipped']): BulkJob['skipped'] =>
  Object.fromEntries(
    SkipReason.options.flatMap((reason) => {
      const sum = (one[reason] ?? 0) + (other[reason] ?? 0);
      return sum > 0 ? [[reason, sum]] : [];
    }),
  );
