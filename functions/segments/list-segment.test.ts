import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Measures } from '#domain/customers/customer.ts';
import type { SegmentFilter } from '#domain/segments/list.ts';
import { segmentsOf, Tier } from '#domain/segments/segment.ts';
import { usualSettings } from '#domain/segments/settings.ts';
import { everyPage, idsInOrder } from '#functions/testing/list-model.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { countSegment, listSegment } from './list-segment.ts';
import { keepMeasures, keepScored } from './testing/keep-measures.ts';

const spending = (...amounts: number[]): Measures[] => amounts.map((monetary) => make.measures({ monetary }));
/** Few values, so that many are equal; the seed makes each run the same. */
const some = fc.sample(
  fc.record({
    lastPaidOn: fc.constantFrom('2025-03-02', '2025-12-24', '2026-01-31', '2026-02-28', '2026-03-01', '2026-03-02'),
    frequency: fc.integer({ min: 1, max: 8 }),
    monetary: fc.integer({ min: 0, max: 12 }).map((hundreds) => hundreds * 10_000),
    market: fc.constantFrom(null, 8.5, 9.25, 11, 12.5, 14, 16),
  }),
  { numRuns: 60, seed: 7 },
);
const byMonetary = { sort: '-monetary' as const };

test.each(['eleven', 'four'] as const)(
  'F245 in the scheme of %s each filter lists and counts exactly those whose scores fit it',
  (scheme) =>
    withCrm(async (crm) => {
      const work = await crm.work('admin');
      await work.segmentSettings.put({ ...usualSettings, scheme });
      await keepScored(crm, some.map(make.measures));
      await crm.addCustomer();
      const listed = (filter: SegmentFilter) =>
        everyPage((at) => listSegment(work, { ...filter, ...byMonetary, ...at }), 200);
      const [payers, without] = [await listed({}), await listed({ segment: 'No Purchases' })];
      expect([payers.length, without.length]).toEqual([some.length, 1]);

      const filters: SegmentFilter[] = [
        ...segmentsOf(scheme).map((segment) => ({ segment })),
        ...Tier.options.map((tier) => ({ tier })),
        ...(['1', '2', '3', '4', '5'] as const).flatMap((score) => [
          { recency: score, frequency: score },
          { monetary: score },
        ]),
        { segment: 'VIP Customer', tier: 'high' },
        { segment: 'No Purchases', tier: 'unknown' },
        { segment: 'No Purchases', tier: 'low' },
        { segment: 'No Purchases', monetary: '1' },
      ];
      for (const filter of filters) {
        const { segment, tier, ...asked } = filter;
        const fits = [...payers, ...without].filter(
          (one) =>
            (segment ? one.segment === segment : one.measures !== null) &&
            (!tier || one.tier === tier) &&
            (['recency', 'frequency', 'monetary'] as const).every(
              (name) => !asked[name] || one.scores?.[name] === Number(asked[name]),
            ),
        );
        const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).toSorted();
        expect({ filter, ids: idsOf(await listed(filter)) }).toEqual({ filter, ids: idsOf(fits) });
        expect(await countSegment(work, { ...filter, exact: '1' })).toEqual({ count: fits.length, isCapped: false });
      }
    })(),
);

test.each(['lastPaidOn', '-frequency', 'monetary', '-monetary', 'market', '-market'] as const)(
  'by %s everybody who paid is listed in order, page by page',
  (sort) =>
    withCrm(async (crm) => {
      const work = await crm.work('manager');
      await keepScored(crm, some.slice(0, 12).map(make.measures));
      const all = await everyPage((at) => listSegment(work, { sort, ...at }), 5);
      expect(all.map(({ id }) => id)).toEqual(
        idsInOrder(all, sort, {
          lastPaidOn: ({ measures }) => measures!.lastPaidOn,
          frequency: ({ measures }) => measures!.frequency,
          monetary: ({ measures }) => measures!.monetary,
          market: ({ measures }) => measures!.market,
        }),
      );
      expect(all).toHaveLength(12);
    })(),
);

test(
  'before the first payment is scored nobody is in a segment but those without a payment',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    const { id } = await crm.addCustomer();
    await crm.system().customers.setMeasures(new Map([[id, make.measures()]]), 1);
    const ids = async (filter: SegmentFilter) =>
      (await listSegment(work, { ...filter, ...byMonetary, limit: 5 })).items.map((one) => one.id);
    expect(await ids({})).toEqual([id]);
    expect(await ids({ segment: 'VIP Customer' })).toEqual([]);
    expect(await ids({ recency: '5' })).toEqual([]);
    expect(await ids({ tier: 'high' })).toEqual([]);
  }),
);

test(
  'a list keeps the rules of its first page when the cuts move meanwhile',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    const [low] = await keepScored(crm, spending(100, 500, 500));
    const asked = { segment: 'VIP Customer', ...byMonetary } as const;
    const first = await listSegment(work, { ...asked, limit: 1 });
    expect(first.nextCursor).not.toBeNull();

    await keepMeasures(crm, new Map([[low!, make.measures({ monetary: 900 })]]), 2);
    const second = await listSegment(work, { ...asked, limit: 1, cursor: first.nextCursor! });
    expect(second).toMatchObject({ version: 1, items: [{ segment: 'VIP Customer', measures: { monetary: 500 } }] });
    expect(await listSegment(work, { ...asked, limit: 5 })).toMatchObject({ version: 2, items: [{ id: low }] });
  }),
);

test.each(['no cursor', Buffer.from('{"rules":1}').toString('base64url')])('%s is refused as a cursor', (cursor) =>
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    await expect(listSegment(work, { ...byMonetary, limit: 5, cursor })).rejects.toMatchObject({
      problem: { status: 400, errors: [{ pointer: '/query/cursor' }] },
    });
  })(),
);
