import { expect, test, vi } from 'vitest';
import { marketOf } from '#domain/places/market.ts';
import { usualSettings } from '#domain/segments/settings.ts';
import { container } from '#functions/platform/cosmos.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { rebuildSegments } from './rebuild-segments.ts';
import { recomputeFacts } from './recompute-facts.ts';
import { recomputeSegments } from './recompute-segments.ts';
import { scoreEach } from './score-each.ts';
import { pay } from './testing/pay.ts';

const oslo = { townId: 1, name: 'Oslo', region: '', country: 'NO', population: 580_000 };
const bern = { townId: 2, name: 'Bern', region: '', country: 'CH', population: 121_631 };

const payer = async (crm: Crm): Promise<string> => {
  const { id } = await crm.addCustomer();
  await recomputeSegments(crm.system(), [await pay(crm.system(), id)]);
  return id;
};

const say = async ({ workspace }: Crm, id: string, facts: object): Promise<object> => {
  const operations = Object.entries(facts).map(([name, value]) => ({ op: 'set' as const, path: `/${name}`, value }));
  const { resource } = await container('customers').item(id, workspace.id).patch<object>(operations);
  return resource!;
};

test(
  'a place changes the population score at once, and no payment has to come for it',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    const [inOslo, inBern, nowhere] = [await payer(crm), await payer(crm), await payer(crm)];
    await recomputeFacts(work, [await say(crm, inOslo, { place: oslo }), await say(crm, inBern, { place: bern })]);
    const scores = async () =>
      (await scoreEach(work, await Promise.all([inOslo, inBern, nowhere].map((id) => work.customers.get(id))))).map(
        (one) => [one.scores?.population, one.tier],
      );
    expect(await scores()).toEqual([
      [5, 'high'],
      [1, 'low'],
      [null, 'unknown'],
    ]);
    await recomputeFacts(work, [await say(crm, inOslo, { place: null })]);
    expect(await scores()).toEqual([
      [null, 'unknown'],
      [5, 'high'],
      [null, 'unknown'],
    ]);
  }),
);

test(
  'a birth date is kept with the measures; what the measures hold already, and who never paid, cost nothing',
  withCrm(async (crm) => {
    const system = crm.system();
    const id = await payer(crm);
    await recomputeFacts(system, [await say(crm, id, { bornOn: '1990-05-06', place: oslo })]);
    expect((await system.customers.get(id)).measures).toMatchObject({ bornOn: '1990-05-06', market: marketOf(oslo) });

    const asked = vi.spyOn(system.segments, 'snapshot');
    const waiting = await say(crm, (await crm.addCustomer()).id, { place: bern });
    await recomputeFacts(system, [await system.customers.get(id), waiting, { kind: 'nothing known' }]);
    expect(asked).not.toHaveBeenCalled();
  }),
);

test(
  'a place that cannot be read is as good as none, and holds up nobody',
  withCrm(async (crm) => {
    const system = crm.system();
    const id = await payer(crm);
    const measuresNow = async () => (await system.customers.known([id])).get(id)?.measures;
    await recomputeFacts(system, [await say(crm, id, { place: oslo })]);
    expect(await measuresNow()).toMatchObject({ market: marketOf(oslo) });
    await recomputeFacts(system, [await say(crm, id, { place: { town: 'Oslo' } })]);
    expect(await measuresNow()).toMatchObject({ market: null });
    await recomputeSegments(system, [await pay(system, id)]);
    expect(await measuresNow()).toMatchObject({ frequency: 2, market: null });
  }),
);

test(
  'incomes that the business changes reach every market with the rebuild',
  withCrm(async (crm) => {
    const system = { ...crm.system(), now: () => new Date(Date.now() + 3_600_000) };
    const id = await payer(crm);
    await recomputeFacts(system, [await say(crm, id, { place: oslo })]);
    const incomes = [{ country: 'NO', income: 17_000 }];
    await system.segmentSettings.put({ ...usualSettings, incomes });
    await rebuildSegments(system);
    expect((await system.customers.get(id)).measures?.market).toBe(marketOf(oslo, incomes));
    expect(await system.rebuilds.get()).toMatchObject({ state: 'done', differences: 0 });
  }),
);
