import { expect, test } from 'vitest';
import { rebuildSegments } from '#functions/segments/rebuild-segments.ts';
import { recomputeSegments } from '#functions/segments/recompute-segments.ts';
import { pay } from '#functions/segments/testing/pay.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { readMoved, readMovement } from './read-movement.ts';

const now = () => new Date('2026-03-31T12:00:00Z');

async function paid(crm: Crm, days: readonly string[]): Promise<string> {
  const { id } = await crm.addCustomer();
  const fed = await Promise.all(days.map((day) => pay(crm.system(), id, { paidOn: day })));
  await recomputeSegments({ ...crm.system(), now }, fed);
  return id;
}

test(
  'before the first nightly pass nothing is said about the past',
  withCrm(async (crm) => {
    const work = { ...(await crm.work('manager')), now };
    await paid(crm, ['2026-03-30']);
    const { since, segments } = await readMovement(work);
    expect([since, segments.every((each) => each.in === 0 && each.out === 0)]).toEqual([null, true]);
    expect(await work.trends.seasons()).toBeNull();
  }),
);

test(
  'who moved this week is counted and named, against a week ago by the payments as they are known now',
  withCrm(async (crm) => {
    const work = { ...(await crm.work('manager')), now };
    await paid(crm, ['2026-01-05', '2026-01-20']);
    const newcomer = await paid(crm, ['2026-03-30']);
    const backAgain = await paid(crm, ['2026-01-02', '2026-03-31']);
    await rebuildSegments({ ...crm.system(), now });

    const { since, segments } = await readMovement(work);
    expect(since).toBe('2026-03-24');
    const none = segments.find(({ segment }) => segment === 'No Purchases');
    expect(none).toMatchObject({ in: 0, out: 1 });
    const { items, total } = await readMoved(work, { segment: 'No Purchases', way: 'out' });
    expect([total, items.map(({ id }) => id)]).toEqual([1, [newcomer]]);

    // Movement is live: who pays after the pass has moved at once.
    const later = await paid(crm, ['2026-03-31']);
    const out = await readMoved(work, { segment: 'No Purchases', way: 'out' });
    expect(out.items.map(({ id }) => id).toSorted()).toEqual([newcomer, later].toSorted());
    const moved = (await Promise.all(segments.map(({ segment }) => readMoved(work, { segment, way: 'in' })))).flatMap(
      ({ items: some }) => some,
    );
    expect(moved.map(({ id }) => id)).toContain(backAgain);
  }),
);

test(
  'F254 seasons and the cuts of the weeks are kept by the nightly pass',
  withCrm(async (crm) => {
    const work = { ...(await crm.work('manager')), now };
    await paid(crm, ['2026-01-05', '2026-03-02']);
    await rebuildSegments({ ...crm.system(), now });
    const all = (await work.trends.seasons())!.segments.find(({ segment }) => segment === null)!;
    expect(all.months.flatMap(({ key, payments }) => (payments > 0 ? [[key, payments]] : []))).toEqual([
      [1, 1],
      [3, 1],
    ]);
    expect(all.weekdays[0]).toEqual({ key: 1, payments: 2, counted: 20_000 });
    const { weeks, last } = (await work.trends.weeklyCuts())!;
    expect([weeks[0]!.on, weeks.at(-1)!.on, last]).toEqual(['2026-01-06', '2026-03-24', '2026-03-24']);
  }),
);
