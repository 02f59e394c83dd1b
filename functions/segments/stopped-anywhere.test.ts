import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { payersOf, withMeasures } from '#domain/segments/payers.ts';
import { usualSettings } from '#domain/segments/settings.ts';
import { summarise } from '#domain/segments/summarise.ts';
import { slowMeasures } from '#domain/segments/testing/slow-rule.ts';
import type { StoredPayment } from '#functions/payments/stored-payment.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { SystemWork } from '#functions/work.ts';
import type { Measures } from '#domain/customers/customer.ts';
import { encode } from './payers-bytes.ts';
import { recomputeSegments } from './recompute-segments.ts';
import type { StoredSummary } from './segment-store.ts';
import type { Snapshot } from './snapshot-store.ts';
import { pay } from './testing/pay.ts';

// Seen to fail when a repeat that finds the snapshot as it should be writes no measures any more.

/** The same work, whose process ends before or after its write of that number, and never comes back. */
function stoppingAt(work: SystemWork, { write, isAfter }: { write: number; isAfter: boolean }): SystemWork {
  let writes = 0;
  const stop = (): never => {
    throw new Error('The machine stopped');
  };
  const until =
    <A extends unknown[], T>(act: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      writes += 1;
      if (writes === write && !isAfter) stop();
      const done = await act(...args);
      return writes === write ? stop() : done;
    };
  const { segments, customers } = work;
  return {
    ...work,
    segments: {
      ...segments,
      replaceSnapshot: until((snapshot: Snapshot) => segments.replaceSnapshot(snapshot)),
      replaceSummary: until((summary: StoredSummary) => segments.replaceSummary(summary)),
    },
    customers: {
      ...customers,
      setMeasures: until((changes: ReadonlyMap<string, Measures | null>, version: number) =>
        customers.setMeasures(changes, version),
      ),
    },
  };
}

const act = fc.record({
  customer: fc.nat(4),
  counted: fc.constantFrom(null, 0, 100, 200),
  paidOn: fc.constantFrom('2026-02-28', '2026-03-01', '2026-03-02'),
  isUndone: fc.boolean(),
});
const round = fc.record({
  acts: fc.array(act, { minLength: 1, maxLength: 5 }),
  stops: fc.array(fc.record({ write: fc.integer({ min: 1, max: 4 }), isAfter: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  }),
});

test(
  'R7 R8 workers that stop anywhere, beside each other and again, leave the bytes of a full recompute',
  withCrm(async (crm) => {
    const system = crm.system();
    const ids = (await Promise.all(Array.from({ length: 5 }, () => crm.addCustomer()))).map(({ id }) => id);

    await fc.assert(
      fc.asyncProperty(round, async ({ acts, stops }) => {
        const fed: StoredPayment[] = [];
        for (const { customer, isUndone, ...paid } of acts) {
          const payment = await pay(system, ids[customer]!, paid);
          fed.push(payment);
          if (isUndone) fed.push(await system.payments.replace({ ...payment, status: 'withdrawn', counted: null }));
        }
        const workers = stops.map((stop, at) => {
          const documents = at % 2 === 0 ? fed : fed.toReversed();
          return recomputeSegments(stoppingAt(system, stop), documents);
        });
        await Promise.allSettled(workers);
        // The feed brings again what did not end.
        await recomputeSegments(system, fed);
        expect(await kept(system, ids)).toEqual(await fromScratch(system, ids));
      }),
      { seed: 12, numRuns: 15, endOnFailure: true },
    );
  }),
);

async function kept({ segments, customers }: SystemWork, ids: string[]) {
  const { payers, version } = await segments.snapshot();
  const { version: told, updatedAt: _, day: __, ...summary } = await segments.summary();
  const documents = await Promise.all(ids.map((id) => customers.get(id)));
  return {
    bytes: encode(payers, 0).toString('hex'),
    isOneVersion: told === version,
    summary,
    measures: new Map(documents.map(({ id, measures }) => [id, measures])),
  };
}

async function fromScratch({ payments }: SystemWork, ids: string[]): Promise<Awaited<ReturnType<typeof kept>>> {
  const { items } = await payments.list({ all: true }, { limit: 1000 });
  const measures = new Map(
    ids.map((id) => {
      const own = items.filter(({ customer }) => customer.id === id);
      const paid = own.map(({ paidOn, counted }) => ({ paidOn: paidOn ?? '', counted }));
      return [id, slowMeasures({ payments: paid, market: null, bornOn: null })];
    }),
  );
  const payers = withMeasures(payersOf(0), measures);
  const summary = summarise(payers, { bins: usualSettings.bins, today: '2026-03-02' });
  return { bytes: encode(payers, 0).toString('hex'), isOneVersion: true, summary, measures };
}
