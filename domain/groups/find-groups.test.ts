import { describe, expect, test } from 'vitest';
import { measuresAt } from '#domain/segments/payers.ts';
import { findGroups } from './find-groups.ts';
import { groupOf } from './group-of.ts';
import { Groups } from './group.ts';
import { randomFrom } from './random.ts';
import { makePayers, type SomePayer } from './testing/make-payers.ts';

const day = '2026-11-20';
const wish = { day, seed: 1, pause: () => Promise.resolve() };

/** Three kinds: loyal, new and gone, each a little different from the next. */
function threeKinds(each: number, change: (at: number) => Partial<SomePayer> = () => ({})): SomePayer[] {
  const random = randomFrom(11);
  const about = (value: number): number => Math.max(1, Math.round(value * (0.8 + random() * 0.4)));
  const kinds = [
    { recencyDays: 6, frequency: 20, monetary: 400_000 },
    { recencyDays: 8, frequency: 2, monetary: 9000 },
    { recencyDays: 300, frequency: 5, monetary: 40_000 },
  ];
  return Array.from({ length: each * 3 }, (_, at) => {
    const { recencyDays, frequency, monetary } = kinds[at % 3]!;
    const figures = { recencyDays: about(recencyDays), frequency: about(frequency), monetary: about(monetary) };
    return { ...figures, ...change(at) };
  });
}

describe('F251 F252 customers who are alike', () => {
  test('three kinds of customers are found, named and counted, by both ways', async () => {
    const { kMeans, mixture, points } = await findGroups(makePayers(day, threeKinds(60)), wish);
    expect(kMeans!.groups.map(({ name, customers }) => [name, customers])).toEqual([
      ['Recent, frequent, high spend', 60],
      ['Recent, infrequent, low spend', 60],
      ['Quiet', 60],
    ]);
    expect(kMeans).toMatchObject({ method: 'k-means', seed: 1, isWeak: false });
    expect(kMeans!.silhouette).toBeGreaterThan(0.5);
    expect(kMeans!.tried.map(({ k }) => k)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(kMeans!.groups[2]!.typical.recencyDays).toBeGreaterThan(250);

    expect(mixture!.groups.map(({ customers }) => customers)).toEqual([60, 60, 60]);
    expect(mixture!.groups.map(({ share }) => share).reduce((a, b) => a + b)).toBeCloseTo(1, 6);
    expect(mixture).toMatchObject({ method: 'mixture', silhouette: null, isWeak: false });
    expect(points).toHaveLength(180);
  });

  test('the order of the customers does not change the groups, nor does a second run', async () => {
    const customers = threeKinds(40);
    const one = await findGroups(makePayers(day, customers), wish);
    expect(await findGroups(makePayers(day, customers), wish)).toEqual(one);
    const turned = await findGroups(makePayers(day, customers.toReversed()), wish);
    expect(turned.kMeans!.groups.map(({ name, customers: count }) => [name, count])).toEqual(
      one.kMeans!.groups.map(({ name, customers: count }) => [name, count]),
    );
  });

  test('what is kept fits the contract', async () => {
    const found = await findGroups(makePayers(day, threeKinds(10)), wish);
    expect(Groups.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
  });

  test('F250 a market known of half of the customers tells them apart; the others are grouped without one', async () => {
    const customers = threeKinds(60, (at) => ({ market: at % 2 ? null : at % 4 ? 9 : 15 }));
    const { kMeans } = await findGroups(makePayers(day, customers), wish);
    expect(kMeans!.scales.map(({ feature }) => feature)).toEqual(['recency', 'frequency', 'monetary', 'market']);
    expect(kMeans!.groups.reduce((sum, { customers: count }) => sum + count, 0)).toBe(180);
  });

  test('customers without any pattern are told to be weak groups', async () => {
    const random = randomFrom(3);
    const evenly = Array.from({ length: 300 }, () => ({
      recencyDays: Math.round(Math.exp(random() * 5)),
      frequency: Math.ceil(Math.exp(random() * 4)),
      monetary: Math.round(Math.exp(4 + random() * 8)),
      market: random() * 8,
      age: 20 + random() * 60,
    }));
    const { kMeans } = await findGroups(makePayers(day, evenly), wish);
    expect(kMeans!.silhouette).toBeLessThan(0.25);
    expect(kMeans!.isWeak).toBe(true);
  });

  test.each([
    ['nobody', []],
    ['19 customers', threeKinds(7).slice(0, 19)],
    [
      'customers who are all the same',
      Array.from({ length: 50 }, () => ({ recencyDays: 3, frequency: 1, monetary: 500 })),
    ],
    [
      'two kinds without any difference within',
      Array.from({ length: 50 }, (_, at) => ({ recencyDays: at % 2, frequency: 1, monetary: 500 })),
    ],
  ])('%s make no groups', async (_, customers) => {
    const groups = await findGroups(makePayers(day, customers), wish);
    expect(groups).toEqual({ day, customers: customers.length, kMeans: null, mixture: null, points: [] });
  });
});

describe('the group of one customer', () => {
  test('is the one they were counted in', async () => {
    const payers = makePayers(day, threeKinds(20));
    const groups = await findGroups(payers, wish);
    const names = Array.from({ length: 60 }, (_, at) => groupOf(groups, measuresAt(payers, at), day));
    for (const { name, customers } of groups.kMeans!.groups) {
      expect(names.filter((each) => each === name)).toHaveLength(customers);
    }
  });

  test('moves with a payment of today', async () => {
    const payers = makePayers(day, threeKinds(20));
    const groups = await findGroups(payers, wish);
    const gone = measuresAt(payers, 2);
    expect(groupOf(groups, gone, day)).toBe('Quiet');
    const back = { ...gone, lastPaidOn: day, frequency: 20, monetary: 400_000 };
    expect(groupOf(groups, back, day)).toBe('Recent, frequent, high spend');
  });

  test('is null while there are no groups', () => {
    const payers = makePayers(day, threeKinds(1));
    const none = { day, customers: 3, kMeans: null, mixture: null, points: [] };
    expect(groupOf(none, measuresAt(payers, 0), day)).toBeNull();
  });
});
