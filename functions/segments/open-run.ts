import type { Rebuild } from '#domain/segments/rebuild.ts';
import type { SystemWork } from '#functions/work.ts';
import type { StoredRebuild } from './rebuild-store.ts';

type Ground = Pick<SystemWork, 'rebuilds' | 'live' | 'now'>;
type Found = Pick<Rebuild, 'differences' | 'customers' | 'payments'>;

/** How often people see a step move, at most. */
const paceMs = 1000;

/** One rebuild as people see it. Who comes late to a word of it was overtaken by another, and says no more. */
export async function openRun({ rebuilds, live, now }: Ground) {
  let last: StoredRebuild | null = await rebuilds.get();

  const say = async (change: Partial<StoredRebuild>): Promise<void> => {
    if (!last) return;
    last = await rebuilds.keep({ ...last, ...change, heardAt: now().toISOString() });
    if (last) await live.toStaff({ kind: 'rebuild.changed' });
  };

  const isPaced = (): boolean => now().getTime() - Date.parse(last?.heardAt ?? '') < paceMs;
  await say({ state: 'reading', done: 0, total: null, startedAt: now().toISOString(), finishedAt: null });

  return {
    async tell(state: 'reading' | 'repairing' | 'views', done: number, total: number | null = null): Promise<void> {
      if (state !== last?.state || !isPaced()) await say({ state, done, total });
    },
    finish: (found: Found): Promise<void> => say({ ...found, state: 'done', finishedAt: now().toISOString() }),
    fail: (): Promise<void> => say({ state: 'failed', finishedAt: now().toISOString() }),
  };
}
