import type { BulkAction, BulkJob, SkipReason } from '#domain/members/bulk.ts';
import { counted } from './counted.ts';

/** What the buttons and dialogs of a bulk action say. */
export const bulkWords: Record<BulkAction, { verb: string; now: string; done: string; isDanger: boolean }> = {
  verify: { verb: 'Verify', now: 'Verifying', done: 'verified', isDanger: false },
  delete: { verb: 'Delete', now: 'Deleting', done: 'deleted', isDanger: true },
};

const skipWords: Record<SkipReason, (action: BulkAction) => string> = {
  already: (action) => `already ${bulkWords[action].done}`,
  self: () => 'yourself',
  'last-admin': () => 'the last admin',
  rejected: () => 'rejected',
  suspended: () => 'suspended',
  gone: () => 'no longer here',
};

/** "4,398 verified, 2 skipped: already verified", or with the number of each kind. */
export function resultOf({ action, changed, skipped }: BulkJob): string {
  const kinds = Object.entries(skipped).filter(([, count]) => count > 0) as [SkipReason, number][];
  const done = `${changed.toLocaleString('en')} ${bulkWords[action].done}`;
  if (kinds.length === 0) return done;
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  const reasons = kinds.map(([reason, count]) =>
    [kinds.length > 1 ? count.toLocaleString('en') : '', skipWords[reason](action)].filter(Boolean).join(' '),
  );
  return `${done}, ${all.toLocaleString('en')} skipped: ${reasons.join(', ')}`;
}

/** One sentence for each state a job can be in. */
export function sentenceOf(job: BulkJob): string {
  const progress = `${job.done.toLocaleString('en')} of ${job.total.toLocaleString('en')}`;
  switch (job.state) {
    case 'running':
      return `${bulkWords[job.action].now} ${progress}`;
    case 'undoing':
      return `Undoing ${progress}`;
    case 'failed':
      return `Stopped after ${progress}: ${resultOf(job)}`;
    case 'undone':
      return undoneOf(job);
    case 'done':
      return resultOf(job);
  }
}

function undoneOf({ restored, changed }: BulkJob): string {
  const kept = changed - restored;
  const undone = `Undone for ${counted(restored, 'person', 'people')}`;
  return kept === 0 ? undone : `${undone}; ${kept.toLocaleString('en')} had been changed by somebody since`;
}
