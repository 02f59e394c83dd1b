import { expect, test } from 'vitest';
import type { Measures } from '#domain/customers/customer.ts';
import { payersOf, withMeasures } from '#domain/segments/payers.ts';
import { summarise } from '#domain/segments/summarise.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { SystemWork } from '#functions/work.ts';
import { listSegment } from './list-segment.ts';

/** Customers whose measures and cuts stand, without payments behind them. */
async function scored(crm: Crm, spends: number[]): Promise<string[]> {
  const system = crm.system();
  const customers = await Promise.all(spends.map(() => crm.addCustomer()));
  const measures = new Map(
    customers.map(({ id }, at): [string, Measures] => [
      id,
      { lastPaidOn: '2026-03-02', frequency: 1, monetary: spends[at]! },
    ]),
  );
  await keep(system, measures, 1);
  return customers.map(({ id }) => id);
}

async function keep(
  { customers, segments }: SystemWork,
  measures: Map<string, Measures>,
  version: number,
): Promise<void> {
  await customers.setMeasures(measures, version);
  await segments.replaceSummary({ version, updatedAt: null, ...summarise(withMeasures(payersOf(0), measures)) });
}

test(
  'everybody who paid is listed by total spend, highest first, page by page',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    await scored(crm, [300, 100, 500, 100, 0]);
    await crm.addCustomer();
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await listSegment(work, { limit: 2, cursor });
      seen.push(...page.items.map(({ measures }) => measures?.monetary));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([500, 300, 100, 100, 0]);
  }),
);

test(
  'a list keeps the rules of its first page when the cuts move meanwhile',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    const [low] = await scored(crm, [100, 500, 500]);
    const first = await listSegment(work, { segment: 'VIP Customer', limit: 1 });
    expect(first.nextCursor).not.toBeNull();

    const measures = { lastPaidOn: '2026-03-02', frequency: 1, monetary: 900 };
    await keep(crm.system(), new Map([[low!, measures]]), 2);
    const second = await listSegment(work, { segment: 'VIP Customer', limit: 1, cursor: first.nextCursor! });
    expect(second).toMatchObject({ version: 1, items: [{ segment: 'VIP Customer', measures: { monetary: 500 } }] });
    expect(await listSegment(work, { segment: 'VIP Customer', limit: 5 })).toMatchObject({
      version: 2,
      items: [{ id: low }],
    });
  }),
);

test.each(['no cursor', Buffer.from('{"rules":1}').toString('base64url')])('%s is refused as a cursor', (cursor) =>
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    await expect(listSegment(work, { limit: 5, cursor })).rejects.toMatchObject({
      problem: { status: 400, errors: [{ pointer: '/query/cursor' }] },
    });
  })(),
);
