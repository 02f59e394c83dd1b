import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { SystemWork } from '#functions/work.ts';
import { listSegment } from './list-segment.ts';
import { readSummary } from './read-summary.ts';
import { recomputeSegments } from './recompute-segments.ts';
import { scoreEach } from './score-each.ts';
import { pay } from './testing/pay.ts';

test(
  'batches doubled, shuffled, and by three workers at once end as a full recompute',
  withCrm(async (crm) => {
    const system = crm.system();
    const work = await crm.work('admin');
    const ids = (await Promise.all(Array.from({ length: 9 }, () => crm.addCustomer()))).map(({ id }) => id);
    const payment = fc.record({
      customer: fc.nat(ids.length - 1),
      counted: fc.constantFrom(null, 0, 100, 200, 300, 1000),
      paidOn: fc.constantFrom('2026-02-28', '2026-03-01', '2026-03-02'),
    });
    const round = fc.tuple(fc.array(payment, { minLength: 1, maxLength: 12 }), fc.infiniteStream(fc.nat()));

    await fc.assert(
      fc.asyncProperty(round, async ([drafts, random]) => {
        const stored = await Promise.all(drafts.map(({ customer, ...draft }) => pay(system, ids[customer]!, draft)));
        const fed = [...stored, ...stored]
          .map((document) => ({ document, at: random.next().value }))
          .sort((a, b) => a.at - b.at);
        const documents = fed.map(({ document }) => document);
        const half = Math.ceil(documents.length / 2);
        await Promise.all([
          recomputeSegments(system, documents.slice(0, half)),
          recomputeSegments(system, documents.slice(half)),
          recomputeSegments(system, documents.toReversed()),
        ]);
        const { items } = await work.customers.list({ limit: 200 });
        const scored = await scoreEach(work, items);
        expect(Object.fromEntries(scored.map(({ id, measures, scores }) => [id, { measures, scores }]))).toEqual(
          await slowly(system, ids),
        );
        const { counts } = await readSummary(work);
        for (const { segment } of scored) {
          expect(counts[segment]).toBe(scored.filter((other) => other.segment === segment).length);
          const { items: listed } = await listSegment(work, { segment, limit: 200 });
          expect(listed.every((one) => one.segment === segment)).toBe(true);
          expect(listed).toHaveLength(counts[segment]);
        }
      }),
      { seed: 6, numRuns: 8, endOnFailure: true },
    );
  }),
);

/** From the stored payments alone, everybody compared with everybody. */
async function slowly({ payments }: SystemWork, ids: string[]) {
  const { items } = await payments.list({ all: true }, { limit: 1000 });
  const measured = ids.map((id) => {
    const own = items.filter(({ customer, counted }) => customer.id === id && counted !== null);
    const days = own.map(({ paidOn }) => paidOn ?? '').sort();
    const monetary = own.reduce((sum, { counted }) => sum + (counted ?? 0), 0);
    return { id, measures: own.length === 0 ? null : { lastPaidOn: days.at(-1)!, frequency: own.length, monetary } };
  });
  const payers = measured.flatMap(({ measures }) => (measures ? [measures] : []));
  type Measures = (typeof payers)[number];
  const score = (one: Measures, by: keyof Measures): number => {
    const worse = payers.filter((other) => other[by] < one[by]).length;
    const better = payers.filter((other) => other[by] > one[by]).length;
    return better === 0 ? 5 : Math.max(1, Math.ceil((5 * worse) / (payers.length - 1)));
  };
  return Object.fromEntries(
    measured.map(({ id, measures }) => [
      id,
      {
        measures,
        scores: measures && {
          recency: score(measures, 'lastPaidOn'),
          frequency: score(measures, 'frequency'),
          monetary: score(measures, 'monetary'),
        },
      },
    ]),
  );
}
