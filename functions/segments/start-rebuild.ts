import { dayIn } from '#domain/kernel/time.ts';
import { isUnderWay, Rebuild } from '#domain/segments/rebuild.ts';
import { enqueue } from '#functions/platform/storage.ts';
import type { SystemWork } from '#functions/work.ts';
import type { StoredRebuild } from './rebuild-store.ts';

type Starting = Pick<SystemWork, 'workspaceId' | 'workspace' | 'rebuilds' | 'live' | 'now'>;

/** Many times what one waits or works without a word. Whoever was at it was killed. */
const quietMs = 600_000;

export const isAtWork = (rebuild: StoredRebuild, now: Date): boolean =>
  isUnderWay(rebuild) && now.getTime() - Date.parse(rebuild.heardAt ?? '') < quietMs;

export const readRebuild = async ({ rebuilds }: Pick<SystemWork, 'rebuilds'>): Promise<Rebuild> =>
  Rebuild.parse(await rebuilds.get());

/** One at a time: while one is under way, that is the answer. */
export async function startRebuild(work: Starting): Promise<Rebuild> {
  const standing = await work.rebuilds.get();
  const now = work.now();
  if (isAtWork(standing, now)) return Rebuild.parse(standing);

  const { timeZone } = await work.workspace.get();
  const at = now.toISOString();
  const asked = { state: 'waiting', done: 0, total: null, startedAt: at, finishedAt: null, heardAt: at } as const;
  const kept = await work.rebuilds.keep({ ...standing, ...asked, day: dayIn(timeZone, now) });
  if (!kept) return readRebuild(work);
  await enqueue('segments', { workspaceId: work.workspaceId });
  await work.live.toStaff({ kind: 'rebuild.changed' });
  return Rebuild.parse(kept);
}

/** After many payments came at once: one that is at work may have read before them, so another follows it. */
export async function rebuildAfter(work: Starting): Promise<void> {
  const standing = await work.rebuilds.get();
  if (isAtWork(standing, work.now()) && standing.state !== 'waiting')
    return enqueue('segments', { workspaceId: work.workspaceId }, 5);
  await startRebuild(work);
}
