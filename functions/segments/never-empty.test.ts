import { expect, test } from 'vitest';
import { withCrm } from '#functions/testing/with-crm.ts';
import { readSummary } from './read-summary.ts';
import { rebuildSegments } from './rebuild-segments.ts';
import { recomputeSegments } from './recompute-segments.ts';
import { pay } from './testing/pay.ts';

test(
  'W31 while scores are made anew nobody sees an empty page: each answer is whole, and never older than the one before',
  withCrm(async (crm) => {
    const system = crm.system();
    const customers = await Promise.all(Array.from({ length: 6 }, () => crm.addCustomer()));
    const payOnce = async (id: string, paidOn: string) =>
      recomputeSegments(system, [await pay(crm.system(), id, { paidOn })]);
    await payOnce(customers[0]!.id, '2026-03-01');

    const work = new AbortController();
    const seen: { version: number; payers: number; counted: number }[] = [];
    const looking = (async () => {
      while (!work.signal.aborted) {
        const { version, payers, counts } = await readSummary(system);
        const counted = Object.entries(counts).reduce((sum, [name, n]) => (name === 'No Purchases' ? sum : sum + n), 0);
        seen.push({ version, payers, counted });
      }
    })();
    for (const [at, { id }] of customers.entries()) await payOnce(id, `2026-03-0${at + 2}`);
    await rebuildSegments(system);
    work.abort();
    await looking;

    expect(seen.length).toBeGreaterThan(5);
    for (const [at, { version, payers, counted }] of seen.entries()) {
      expect([payers > 0, counted]).toEqual([true, payers]);
      expect(version).toBeGreaterThanOrEqual(seen[at - 1]?.version ?? 1);
    }
    expect(seen.at(-1)!.payers).toBeGreaterThan(1);
  }),
);
