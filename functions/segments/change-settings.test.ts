import { expect, test } from 'vitest';
import { SegmentSettings, usualSettings } from '#domain/segments/settings.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { changeSettings } from './change-settings.ts';
import { listSegment } from './list-segment.ts';
import { readSummary } from './read-summary.ts';
import { readRebuild } from './start-rebuild.ts';
import { remeasure } from './remeasure.ts';
import { pay } from './testing/pay.ts';

/** Three who paid once each: 100, 200 and 300 dollars. */
async function threePayers(crm: Crm): Promise<void> {
  const system = crm.system();
  const customers = await Promise.all([1, 2, 3].map(() => crm.addCustomer()));
  for (const [at, { id }] of customers.entries()) await pay(system, id, { amount: (at + 1) * 10_000 });
  await remeasure(
    system,
    customers.map(({ id }) => id),
  );
}
const bySpend = { sort: 'monetary', limit: 10 } as const;

test(
  'the simpler scheme names everybody anew, and no customer is rewritten',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    await threePayers(crm);
    const versions = async () => (await listSegment(work, bySpend)).items.map(({ version }) => version);
    const before = await versions();
    const { version } = await changeSettings(work, { ...usualSettings, scheme: 'four' });
    expect(version).not.toBeNull();
    expect(await readSummary(work)).toMatchObject({
      scheme: 'four',
      counts: { 'Loyal Customer': 1, 'VIP Customer': 1 },
    });
    expect((await listSegment(work, bySpend)).items.map(({ segment }) => segment)).toEqual([
      'New Customer',
      'Loyal Customer',
      'VIP Customer',
    ]);
    expect(await versions()).toEqual(before);
  }),
);

test(
  'fixed steps score in the place of the ranks, at once, and ranks come back',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    await threePayers(crm);
    const scores = async () => (await listSegment(work, bySpend)).items.map(({ scores: of }) => of?.monetary);
    const bins = { ...usualSettings.bins, monetary: [10_001, 20_000, 40_000, 50_000] };
    const { version } = await changeSettings(work, { ...usualSettings, bins });
    expect(await scores()).toEqual([1, 3, 3]);
    expect((await readSummary(work)).scored.monetary).toEqual([1, 0, 2, 0, 0]);

    await changeSettings(work, { ...usualSettings, version });
    expect(await scores()).toEqual([1, 3, 5]);
  }),
);

test(
  'other weights make another composite',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    await threePayers(crm);
    const weights = { recency: 0, frequency: 0, monetary: 100, population: 0 };
    await changeSettings(work, { ...usualSettings, weights });
    expect((await listSegment(work, bySpend)).items.map(({ composite }) => composite)).toEqual([0, 50, 100]);
  }),
);

test(
  'who was slower is told, and nothing of theirs is kept',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    await changeSettings(work, { ...usualSettings, scheme: 'four' });
    expect(await refusalOf(changeSettings(work, usualSettings))).toMatchObject({ status: 412 });
    expect(await work.segmentSettings.get()).toMatchObject({ scheme: 'four' });
  }),
);

test(
  'other incomes of countries ask for the comparison with the payments, by which markets are made anew',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    await changeSettings(work, usualSettings);
    expect(await readRebuild(work)).toMatchObject({ state: 'never' });
    const { version } = await work.segmentSettings.get();
    await changeSettings(work, { ...usualSettings, incomes: [{ country: 'NO', income: 70_000 }], version });
    expect(await readRebuild(work)).toMatchObject({ state: 'waiting' });
  }),
);

test(
  'a change is noted with what was changed',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    await changeSettings(work, { ...usualSettings, scheme: 'four' });
    const [entry] = await work.audit.newest({ limit: 1 });
    expect(entry).toMatchObject({ action: 'settings-changed', detail: { fields: 'names of the segments' } });
  }),
);

test.each([
  [
    'weights that do not make up 100 %',
    { weights: { recency: 30, frequency: 30, monetary: 30, population: 0 } },
    'weights',
  ],
  [
    'a weight below nothing',
    { weights: { recency: -10, frequency: 50, monetary: 50, population: 10 } },
    'weights.recency',
  ],
  ['steps that fall', { bins: { ...usualSettings.bins, frequency: [2, 3, 3, 4] } }, 'bins.frequency.2'],
  ['days that rise', { bins: { ...usualSettings.bins, recency: [90, 30, 60, 7] } }, 'bins.recency.2'],
  ['three steps', { bins: { ...usualSettings.bins, monetary: [1, 2, 3] } }, 'bins.monetary'],
  [
    'a country twice',
    {
      incomes: [
        { country: 'NO', income: 1 },
        { country: 'NO', income: 2 },
      ],
    },
    'incomes.1.country',
  ],
  ['an income of nothing', { incomes: [{ country: 'NO', income: 0 }] }, 'incomes.0.income'],
])('%s: the field is marked', (_, change, path) => {
  const { error } = SegmentSettings.safeParse({ ...usualSettings, ...change });
  expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
});
