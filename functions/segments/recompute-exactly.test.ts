import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SegmentListQuery } from '#domain/segments/list.ts';
import { slowMeasures, slowScores, slowSegment } from '#domain/segments/testing/slow-rule.ts';
import { usualSettings } from '#domain/segments/settings.ts';
import { marketOf } from '#domain/places/market.ts';
import { container } from '#functions/platform/cosmos.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { SystemWork } from '#functions/work.ts';
import { listSegment } from './list-segment.ts';
import { readSummary } from './read-summary.ts';
import { recomputeFacts } from './recompute-facts.ts';
import { recomputeSegments } from './recompute-segments.ts';
import { scoreEach } from './score-each.ts';
import { pay } from './testing/pay.ts';

// Seen to fail without If-Match on the snapshot, and with the snapshot read after the payments.

const towns = [
  null,
  { townId: 1, name: 'Oslo', region: '', country: 'NO', population: 580_000 },
  { townId: 2, name: 'Bern', region: '', country: 'CH', population: 121_631 },
];
const today = '2026-03-02';

test(
  'batches doubled, shuffled, and by three workers at once end as a full recompute',
  withCrm(async (crm) => {
    const system = { ...crm.system(), now: () => new Date(`${today}T12:00:00Z`) };
    const work = { ...(await crm.work('admin')), now: system.now };
    const ids = (await Promise.all(Array.from({ length: 9 }, () => crm.addCustomer()))).map(({ id }) => id);
    const payment = fc.record({
      customer: fc.nat(ids.length - 1),
      counted: fc.constantFrom(null, 0, 100, 200, 300, 1000),
      paidOn: fc.constantFrom('2026-02-28', '2026-03-01', today),
    });
    const move = fc.record({ customer: fc.nat(ids.length - 1), town: fc.constantFrom(...towns) });
    const round = fc.tuple(
      fc.array(payment, { minLength: 1, maxLength: 12 }),
      fc.array(move, { maxLength: 3 }),
      fc.infiniteStream(fc.nat()),
    );

    await fc.assert(
      fc.asyncProperty(round, async ([drafts, moves, random]) => {
        for (const { customer, town } of moves) await live(crm.workspace.id, ids[customer]!, town);
        const stored = await Promise.all(drafts.map(({ customer, ...draft }) => pay(system, ids[customer]!, draft)));
        const fed = [...stored, ...stored]
          .map((document) => ({ document, at: random.next().value! }))
          .sort((a, b) => a.at - b.at);
        const documents = fed.map(({ document }) => document);
        const half = Math.ceil(documents.length / 2);
        const moved = await Promise.all(moves.map(({ customer }) => work.customers.get(ids[customer]!)));
        await Promise.all([
          recomputeSegments(system, documents.slice(0, half)),
          recomputeSegments(system, documents.slice(half)),
          recomputeSegments(system, documents.toReversed()),
          recomputeFacts(system, moved),
        ]);
        const { items } = await work.customers.list({ limit: 200 });
        const scored = await scoreEach(work, items);
        expect(
          Object.fromEntries(scored.map(({ id, measures, scores, segment }) => [id, { measures, scores, segment }])),
        ).toEqual(await slowly(system, ids));
        const { counts } = await readSummary(work);
        for (const { segment } of scored) {
          expect(counts[segment]).toBe(scored.filter((other) => other.segment === segment).length);
          const { items: listed } = await listSegment(work, SegmentListQuery.parse({ segment, limit: 200 }));
          expect(listed.every((one) => one.segment === segment)).toBe(true);
          expect(listed).toHaveLength(counts[segment]!);
        }
      }),
      { seed: 6, numRuns: 8, endOnFailure: true },
    );
  }),
);

const live = async (workspaceId: string, id: string, place: (typeof towns)[number]) =>
  void (await container('customers')
    .item(id, workspaceId)
    .patch([{ op: 'set', path: '/place', value: place }]));

/** From the stored payments alone, everybody compared with everybody. */
async function slowly({ payments, customers }: SystemWork, ids: string[]) {
  const { items } = await payments.list({ all: true }, { limit: 1000 });
  const measured = await Promise.all(
    ids.map(async (id) => {
      const { place, bornOn } = await customers.get(id);
      const own = items
        .filter(({ customer }) => customer.id === id)
        .map(({ paidOn, counted }) => ({ paidOn: paidOn ?? '', counted }));
      return { id, measures: slowMeasures({ payments: own, market: marketOf(place), bornOn }) };
    }),
  );
  const payers = measured.flatMap(({ measures }) => measures ?? []);
  return Object.fromEntries(
    measured.map(({ id, measures }) => {
      const scores = measures && slowScores(payers, measures, usualSettings.bins, today);
      return [id, { measures, scores, segment: scores ? slowSegment('eleven', scores) : 'No Purchases' }];
    }),
  );
}

test(
  'a worker that has read its payments before another one scored a newer one starts again, and loses nothing',
  withCrm(async (crm) => {
    const system = crm.system();
    const { id } = await crm.addCustomer();
    const first = await pay(system, id, { counted: 100 });
    let isOvertaken = false;
    const ofCustomers = async (ids: string[]) => {
      const read = await system.payments.ofCustomers(ids);
      if (!isOvertaken) {
        isOvertaken = true;
        await recomputeSegments(system, [await pay(system, id, { counted: 200 })]);
      }
      return read;
    };
    await recomputeSegments({ ...system, payments: { ...system.payments, ofCustomers } }, [first]);
    expect((await system.customers.get(id)).measures).toMatchObject({ frequency: 2, monetary: 300 });
    expect(await system.segments.summary()).toMatchObject({ cuts: { monetary: { best: 300 } } });
  }),
);
