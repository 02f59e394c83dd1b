import { describe, expect, test } from 'vitest';
import { container } from '#functions/platform/cosmos.ts';
import { make } from '#functions/testing/make.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { SystemWork } from '#functions/work.ts';
import { usualSettings } from '#domain/segments/settings.ts';
import { blobContainer } from '#functions/platform/storage.ts';
import { openRun } from './open-run.ts';
import { planRebuild } from './plan-rebuilds.ts';
import { runRebuild } from './run-rebuild.ts';
import { scoreEach } from './score-each.ts';
import { scoredWorkspaces } from './scored-workspaces.ts';
import { readRebuild, startRebuild } from './start-rebuild.ts';
import { rebuildSegments } from './rebuild-segments.ts';
import { recomputeSegments } from './recompute-segments.ts';
import { encode } from './payers-bytes.ts';
import { pay } from './testing/pay.ts';

/** Long after all that was stored a moment ago had time to be fed. */
const later = (crm: Crm): SystemWork => ({ ...crm.system(), now: () => new Date(Date.now() + 3_600_000) });

/** Three customers who paid, and one who has not. */
async function scored(crm: Crm): Promise<string[]> {
  const system = crm.system();
  const ids = await Promise.all([1, 2, 3, 4].map(async () => (await crm.addCustomer()).id));
  const fed = await Promise.all(
    [300, 100, 200].map((amount, at) => pay(system, ids[at]!, { amount, paidOn: `2026-03-0${at + 1}` })),
  );
  await recomputeSegments(system, fed);
  return ids;
}

const state = async ({ segments, customers }: SystemWork, ids: string[]) => {
  const [{ payers, version }, { updatedAt: _, ...summary }] = [await segments.snapshot(), await segments.summary()];
  const documents = await Promise.all(ids.map((id) => customers.get(id)));
  return { bytes: encode(payers, 0).toString('hex'), version, summary, documents };
};

const outcome = async ({ rebuilds }: SystemWork) => {
  const { state: how, differences, customers, payments } = await rebuilds.get();
  return { how, differences, customers, payments };
};

test(
  'F253 a rebuild of what is right changes nothing, and tells of no difference',
  withCrm(async (crm) => {
    const ids = await scored(crm);
    const work = later(crm);
    const before = await state(work, ids);
    await rebuildSegments(work);
    expect(await state(work, ids)).toEqual(before);
    expect(await outcome(work)).toEqual({ how: 'done', differences: 0, customers: 4, payments: 3 });
  }),
);

describe('F253 a rebuild puts right and counts', () => {
  const measures = make.measures({ monetary: 7 });
  const wrong: [string, (work: SystemWork, ids: string[]) => Promise<unknown>][] = [
    [
      'a payment the feed never brought',
      ({ payments }, [id]) =>
        payments.addNew(make.payment({ customer: { id: id!, name: '', email: '' }, paidOn: '2026-03-03' })),
    ],
    [
      'a customer whose document says something else',
      ({ workspaceId }, [id]) =>
        container('customers')
          .item(id!, workspaceId)
          .patch([{ op: 'set', path: '/measures', value: measures }]),
    ],
    [
      'a customer whose document cannot be read',
      ({ workspaceId }, [id]) =>
        container('customers')
          .item(id!, workspaceId)
          .patch([{ op: 'set', path: '/measures', value: { monetary: '7' } }]),
    ],
    [
      'measures of who never paid, said to be the newest',
      ({ customers }, ids) => customers.setMeasures(new Map([[ids[3]!, measures]]), 99),
    ],
  ];
  test.each(wrong)('%s', (_, spoil) =>
    withCrm(async (crm) => {
      const ids = await scored(crm);
      const work = later(crm);
      await spoil(work, ids);
      await rebuildSegments(work);
      expect(await outcome(work)).toMatchObject({ how: 'done', differences: 1 });
      const after = await state(work, ids);

      await rebuildSegments(work);
      expect(await outcome(work)).toMatchObject({ how: 'done', differences: 0 });
      expect(await state(work, ids)).toEqual(after);
    })(),
  );

  test(
    'a snapshot that was lost',
    withCrm(async (crm) => {
      const ids = await scored(crm);
      const work = later(crm);
      const { bytes, summary } = await state(work, ids);
      await blobContainer('snapshots').getBlobClient(`${work.workspaceId}.payers`).delete();
      await recomputeSegments(work, [await pay(work, ids[3]!, { amount: 50, paidOn: '2026-03-04' })]);
      await rebuildSegments(work);
      expect((await work.customers.get(ids[3]!)).measures).toMatchObject({ monetary: 50 });
      const after = await state(work, ids);
      expect(after.summary).toMatchObject({ payers: 4, version: after.version });
      expect(after.bytes.length).toBeGreaterThan(bytes.length);
      expect(after.version).toBeGreaterThan(summary.version);
    }),
  );
});

describe('F253 the rebuild button', () => {
  test(
    'starts one rebuild, however often it is pressed, and what it asks for ends as done',
    withCrm(async (crm) => {
      await scored(crm);
      const manager = await crm.work('manager');
      expect(await readRebuild(manager)).toMatchObject({ state: 'never' });
      const [one, other] = await Promise.all([startRebuild(manager), startRebuild(manager)]);
      expect([one.state, other.state]).toEqual(['waiting', 'waiting']);
      await runRebuild(crm.system());
      expect(await readRebuild(manager)).toMatchObject({ state: 'done', customers: 4, payments: 3 });
    }),
  );

  test(
    'tells staff of each step, and of a failure, after which the next goes through',
    withCrm(async (crm) => {
      await scored(crm);
      const system = crm.system();
      const heard: unknown[] = [];
      const live = { ...system.live, toStaff: async (event: unknown) => void heard.push(event) };
      const stop = async (): Promise<never> => {
        throw new Error('The machine stopped');
      };
      const stopping = { ...system, live, groups: { ...system.groups, write: stop } };
      await expect(rebuildSegments(stopping)).rejects.toThrow('The machine stopped');
      expect(await readRebuild(system)).toMatchObject({ state: 'failed' });
      await rebuildSegments({ ...system, live });
      expect(await readRebuild(system)).toMatchObject({ state: 'done', differences: 0 });
      expect(heard).toContainEqual({ kind: 'rebuild.changed' });
    }),
  );

  test(
    'while one is at work another waits; one that fell silent is taken over',
    withCrm(async (crm) => {
      await scored(crm);
      const system = crm.system();
      await startRebuild(system);
      const run = await openRun(system);
      await runRebuild(system);
      expect(await readRebuild(system)).toMatchObject({ state: 'reading' });
      await runRebuild(later(crm));
      const done = await readRebuild(system);
      expect(done).toMatchObject({ state: 'done' });
      await run.finish({ differences: 9, customers: 9, payments: 9 });
      expect(await readRebuild(system)).toEqual(done);
    }),
  );
});

describe('the hourly round', () => {
  const at = (crm: Crm, moment: string): SystemWork => ({ ...crm.system(), now: () => new Date(moment) });

  test(
    'rebuilds once a day, after two in the morning where the business is',
    withCrm(async (crm) => {
      await scored(crm);
      // The test's business stands in Oslo, an hour before UTC.
      await planRebuild(at(crm, '2026-03-03T00:05:00Z'));
      expect(await readRebuild(crm.system())).toMatchObject({ state: 'never' });
      await planRebuild(at(crm, '2026-03-03T01:05:00Z'));
      expect(await readRebuild(crm.system())).toMatchObject({ startedAt: '2026-03-03T01:05:00.000Z' });
      await rebuildSegments(at(crm, '2026-03-03T01:06:00Z'));
      await planRebuild(at(crm, '2026-03-03T02:05:00Z'));
      expect(await readRebuild(crm.system())).toMatchObject({ state: 'done' });
      await planRebuild(at(crm, '2026-03-04T02:05:00Z'));
      expect(await readRebuild(crm.system())).toMatchObject({ state: 'waiting' });
    }),
  );

  test(
    'moves fixed steps of recency on at midnight',
    withCrm(async (crm) => {
      const [id] = await scored(crm);
      const bins = { ...usualSettings.bins, recency: [40, 30, 20, 2] };
      await crm.system().segmentSettings.put({ ...usualSettings, bins });
      const scoreOn = async (moment: string) => {
        const work = at(crm, moment);
        await planRebuild(work);
        const [one] = await scoreEach(work, [await work.customers.get(id!)]);
        return one?.scores?.recency;
      };
      expect(await scoreOn('2026-03-03T12:00:00Z')).toBe(5);
      expect(await scoreOn('2026-03-03T23:30:00Z')).toBe(4);
    }),
  );

  test(
    'knows every business that has scores',
    withCrm(async (crm) => {
      await scored(crm);
      const all: string[] = [];
      for await (const id of scoredWorkspaces.all()) all.push(id);
      expect(all).toContain(crm.workspace.id);
    }),
  );
});
