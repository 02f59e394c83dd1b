import type { BulkJob, SkipReason } from '#domain/members/bulk.ts';
import { isActingAdmin, remove, verify } from '#domain/members/decide.ts';
import { isVerified, type Member } from '#domain/members/member.ts';
import { beforeOf, type BulkMark, type MarkedMember } from './bulk-members.ts';

export type BulkPlan = {
  changes: { member: Member; bulk: BulkMark }[];
  /** How the slice stands once the changes are made, however often it is gone through. */
  counts: { changed: number; unfilled: number; skipped: BulkJob['skipped'] };
};

type Slice = {
  ids: readonly string[];
  found: ReadonlyMap<string, MarkedMember>;
  adminIds: readonly string[];
  now: Date;
};

/** What a job does with some of its members; those that it has done before are only counted. */
export function planOf(job: BulkJob, { ids, found, adminIds, now }: Slice): BulkPlan {
  const plan: BulkPlan = { changes: [], counts: { changed: 0, unfilled: 0, skipped: {} } };
  const admins = new Set(adminIds);
  const count = (member: Member): void => {
    plan.counts.changed += 1;
    if (job.action === 'verify' && member.submittedAt === null) plan.counts.unfilled += 1;
  };

  for (const id of ids) {
    const stored = found.get(id);
    if (stored?.bulk?.jobId === job.id) {
      count(stored);
      continue;
    }
    const reason = stored ? skipReasonOf(job, stored, admins) : 'gone';
    if (reason) {
      plan.counts.skipped[reason] = (plan.counts.skipped[reason] ?? 0) + 1;
      continue;
    }
    const { bulk: _, ...member } = stored!;
    const changed = job.action === 'verify' ? verify(member, now) : remove(member, now);
    plan.changes.push({ member: changed, bulk: { jobId: job.id, before: beforeOf(member) } });
    if (!isActingAdmin(changed)) admins.delete(id);
    count(changed);
  }
  return plan;
}

function skipReasonOf({ action, by }: BulkJob, member: Member, admins: ReadonlySet<string>): SkipReason | null {
  if (action === 'verify') {
    if (member.deletedAt !== null) return 'gone';
    if (member.status === 'suspended' || member.status === 'rejected') return member.status;
    return isVerified(member) ? 'already' : null;
  }
  if (member.deletedAt !== null) return 'already';
  if (member.id === by.memberId) return 'self';
  return admins.has(member.id) && admins.size === 1 ? 'last-admin' : null;
}

/** Gives back what nobody has changed since. */
export function undoPlanOf({ id: jobId }: BulkJob, found: ReadonlyMap<string, MarkedMember>) {
  const marked = [...found.values()].filter(({ bulk }) => bulk?.jobId === jobId);
  const changes = marked.flatMap(({ bulk, ...member }) =>
    bulk?.before ? [{ member: { ...member, ...bulk.before }, bulk: { jobId, before: null } }] : [],
  );
  return { changes, restored: marked.length };
}
