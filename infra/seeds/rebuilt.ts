import { setTimeout as wait } from 'node:timers/promises';
import { isUnderWay, type Rebuild } from '#domain/segments/rebuild.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import type { Person } from '../people/person.ts';

/** Forecasts, groups and all that is made at night, made now; again until the feeds have brought every payment before. */
export async function rebuilt(admin: Person): Promise<void> {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    await atRest(admin, until);
    await admin.call(segmentRoutes.startRebuild);
    const { state, differences } = await atRest(admin, until);
    if (state === 'done' && differences === 0) return;
    await wait(500);
  }
  throw new Error('The scores do not come to rest');
}

async function atRest(admin: Person, until: number): Promise<Rebuild> {
  for (;;) {
    const rebuild = await admin.call(segmentRoutes.rebuild);
    if (!isUnderWay(rebuild)) return rebuild;
    if (Date.now() > until) throw new Error('The rebuild does not end');
    await wait(100);
  }
}
