import { describe, expect, test } from 'vitest';
import { container } from '#functions/platform/cosmos.ts';
import { make } from '#functions/testing/make.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { listSegment } from './list-segment.ts';
import { readSummary } from './read-summary.ts';
import { recomputeSegments } from './recompute-segments.ts';
import { scoreEach } from './score-each.ts';
import { pay } from './testing/pay.ts';

const lettersOf = async (workspaceId: string) =>
  (
    await container('deadLetters')
      .items.query('SELECT c.documentId, c.reason FROM c', { partitionKey: workspaceId })
      .fetchAll()
  ).resources;

const addCustomers = (crm: Crm, count: number) => Promise.all(Array.from({ length: count }, () => crm.addCustomer()));

test(
  'a first payment of $100.00 makes a VIP Customer, today, once, 5 5 5',
  withCrm(async (crm) => {
    const work = { ...(await crm.work('admin')), now: () => new Date('2026-03-02T20:00:00Z') };
    const customer = await crm.addCustomer();
    await recomputeSegments(work, [await pay(crm.system(), customer.id)]);

    expect(await readSummary(work)).toMatchObject({
      version: 1,
      payers: 1,
      counts: { 'VIP Customer': 1, 'No Purchases': 0 },
    });
    const { items, version } = await listSegment(work, { segment: 'VIP Customer', limit: 50 });
    expect(version).toBe(1);
    expect(items).toMatchObject([
      {
        id: customer.id,
        recencyDays: 0,
        measures: { frequency: 1, monetary: 10_000 },
        scores: { recency: 5, frequency: 5, monetary: 5 },
        segment: 'VIP Customer',
      },
    ]);
  }),
);

test(
  'who has not paid, or not yet, stands under No Purchases',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    const [waiting] = await addCustomers(crm, 2);
    await recomputeSegments(work, [await pay(crm.system(), waiting!.id, { status: 'pending' })]);

    expect(await readSummary(work)).toMatchObject({
      version: 0,
      payers: 0,
      counts: { 'VIP Customer': 0, 'No Purchases': 2 },
    });
    const { items } = await listSegment(work, { segment: 'No Purchases', limit: 50 });
    expect(items.map(({ segment, scores, recencyDays }) => ({ segment, scores, recencyDays }))).toEqual(
      Array.from({ length: 2 }, () => ({ segment: 'No Purchases', scores: null, recencyDays: null })),
    );
    expect((await listSegment(work, { segment: 'Champions', limit: 50 })).items).toEqual([]);
  }),
);

test(
  'the same batch again changes nothing and tells nobody',
  withCrm(async (crm) => {
    const system = crm.system();
    const customer = await crm.addCustomer();
    const fed = [await pay(system, customer.id), await pay(system, customer.id, { amount: 0 })];
    const heard: unknown[] = [];
    const live = { ...system.live, toStaff: async (event: unknown) => void heard.push(event) };

    await recomputeSegments({ ...system, live }, fed);
    const before = [await system.segments.summary(), await system.customers.get(customer.id)];
    await recomputeSegments({ ...system, live }, [...fed, ...fed].reverse());
    expect([await system.segments.summary(), await system.customers.get(customer.id)]).toEqual(before);
    expect(heard).toEqual([{ kind: 'segments.changed', version: 1 }]);
  }),
);

describe('what is fed and what is stored', () => {
  const measuresAfter = async (crm: Crm, change: (stored: object & { _ts: number }) => object) => {
    const system = crm.system();
    const customer = await crm.addCustomer();
    const { id } = await pay(system, customer.id, { amount: 100 });
    const { resource } = await container('payments').item(id, crm.workspace.id).read<{ _ts: number }>();
    await recomputeSegments(system, [change(resource!)]);
    return (await system.customers.get(customer.id)).measures?.monetary ?? null;
  };

  test.each([
    [
      'the fed one when it is newer than a read that lies behind',
      (it: { _ts: number }) => ({ ...it, counted: 200, _ts: it._ts + 1 }),
      200,
    ],
    ['the fed one of two in the same second', (it: { _ts: number }) => ({ ...it, counted: 200 }), 200],
    [
      'the stored one when the fed one is old',
      (it: { _ts: number }) => ({ ...it, counted: 200, _ts: it._ts - 1 }),
      100,
    ],
    [
      'not at all when the newer one was given back whole',
      (it: { _ts: number }) => ({ ...it, status: 'refunded', counted: null }),
      null,
    ],
    ['beside the stored ones when it is not to be read yet', (it: object) => ({ ...it, id: crypto.randomUUID() }), 200],
  ])('count as %s', (_, change, monetary) =>
    withCrm(async (crm) => {
      expect(await measuresAfter(crm, change)).toBe(monetary);
    })(),
  );

  test(
    'an old paid one does not bring back what has been withdrawn since',
    withCrm(async (crm) => {
      const system = crm.system();
      const customer = await crm.addCustomer();
      const paid = await system.payments.get((await pay(system, customer.id)).id);
      const { resource } = await container('payments').item(paid.id, crm.workspace.id).read<{ _ts: number }>();
      await system.payments.replace({ ...paid, status: 'withdrawn', counted: null });
      await recomputeSegments(system, [{ ...paid, _ts: resource!._ts - 1 } as object]);
      expect((await system.customers.get(customer.id)).measures).toBeNull();
    }),
  );
});

describe('F239 what counts is what stands in the currency of the business after refunds', () => {
  test.each([
    [
      'a payment in another currency at its rate',
      { amount: 10_000, counted: 10_835 },
      { frequency: 1, monetary: 10_835 },
    ],
    ['a part given back', { status: 'partially-refunded', counted: 7_500 }, { frequency: 1, monetary: 7_500 }],
    ['an open dispute', { status: 'disputed', counted: 10_000 }, { frequency: 1, monetary: 10_000 }],
    ['all of it given back', { status: 'refunded', counted: null }, null],
    ['a lost dispute', { status: 'disputed', counted: null }, null],
  ] as const)('%s', (_, paid, measures) =>
    withCrm(async (crm) => {
      const system = crm.system();
      const { id } = await crm.addCustomer();
      await recomputeSegments(system, [await pay(system, id, paid)]);
      const measured = (await system.customers.get(id)).measures;
      expect(measured).toEqual(measures && make.measures(measures));
    })(),
  );
});

test(
  'when the cuts move, nobody else is rewritten',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    const [first, second] = await addCustomers(crm, 2);
    await recomputeSegments(work, [await pay(crm.system(), first!.id, { amount: 100 })]);
    const { version } = await work.customers.get(first!.id);
    await recomputeSegments(work, [await pay(crm.system(), second!.id, { amount: 200, paidOn: '2026-03-03' })]);

    const untouched = await work.customers.get(first!.id);
    expect(untouched.version).toBe(version);
    const [scored] = await scoreEach(work, [untouched]);
    expect(scored).toMatchObject({ scores: { recency: 1, frequency: 5, monetary: 1 }, segment: "Can't Lose Them" });
  }),
);

test(
  'what was half done is finished by the repeat',
  withCrm(async (crm) => {
    const system = crm.system();
    const customer = await crm.addCustomer();
    const fed = [await pay(system, customer.id)];
    const stop = async (): Promise<never> => {
      throw new Error('The machine stopped');
    };
    const stopsBeforeMeasures = { ...system, customers: { ...system.customers, setMeasures: stop } };
    const stopsBeforeSummary = { ...system, segments: { ...system.segments, replaceSummary: stop } };
    await expect(recomputeSegments(stopsBeforeMeasures, fed)).rejects.toThrow('The machine stopped');
    await expect(recomputeSegments(stopsBeforeSummary, fed)).rejects.toThrow('The machine stopped');

    await recomputeSegments(system, fed);
    expect((await system.customers.get(customer.id)).measures).toMatchObject({ frequency: 1 });
    expect(await system.segments.summary()).toMatchObject({ payers: 1, version: 1 });
  }),
);

describe('a payment that can never be processed', () => {
  test(
    'is set aside with its reason, once, and the others are scored',
    withCrm(async (crm) => {
      const system = crm.system();
      const customer = await crm.addCustomer();
      const good = await pay(system, customer.id);
      const poison = { ...(await pay(system, customer.id)), counted: 'ten dollars', workspaceId: crm.workspace.id };
      await container('payments').items.upsert(poison);
      const orphan = await pay(system, system.newId());

      await recomputeSegments(system, [poison, good, orphan]);
      await recomputeSegments(system, [poison, good, orphan]);

      expect((await system.customers.get(customer.id)).measures).toMatchObject({ frequency: 1, monetary: 10_000 });
      expect(await system.segments.summary()).toMatchObject({ version: 1, payers: 1 });
      const letters = await lettersOf(crm.workspace.id);
      expect(letters).toHaveLength(2);
      expect(letters).toContainEqual({ documentId: poison.id, reason: expect.stringContaining('counted') });
      expect(letters).toContainEqual({ documentId: orphan.id, reason: 'Its customer does not exist' });
    }),
  );
});

test(
  'a failing store is not swallowed: the feed has to bring the batch again',
  withCrm(async (crm) => {
    const system = crm.system();
    const fed = [await pay(system, (await crm.addCustomer()).id)];
    const ofCustomers = async (): Promise<never> => {
      throw Object.assign(new Error('Too many requests'), { code: 429 });
    };
    await expect(recomputeSegments({ ...system, payments: { ...system.payments, ofCustomers } }, fed)).rejects.toThrow(
      'Too many requests',
    );
    expect(await lettersOf(crm.workspace.id)).toEqual([]);
  }),
);
