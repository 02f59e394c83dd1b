import { expect, test } from 'vitest';
import { withCrm } from '#functions/testing/with-crm.ts';
import { readDistributions } from './read-distributions.ts';
import { recomputeSegments } from './recompute-segments.ts';
import { pay } from './testing/pay.ts';

test(
  'every measure lies in bars of one score, with the cuts between them, and follows the next payment',
  withCrm(async (crm) => {
    const work = { ...(await crm.work('admin')), now: () => new Date('2026-03-05T12:00:00Z') };
    expect(await readDistributions(work)).toEqual({ version: 0, items: [] });

    const [one, two] = [await crm.addCustomer(), await crm.addCustomer()];
    await recomputeSegments(crm.system(), [
      await pay(crm.system(), one.id, { amount: 100 }),
      await pay(crm.system(), two.id, { amount: 103, paidOn: '2026-03-04' }),
    ]);
    expect(await readDistributions(work)).toEqual({
      version: 1,
      items: [
        {
          measure: 'monetary',
          bars: [
            { from: 100, to: 101, count: 1, score: 1 },
            { from: 101, to: 102, count: 0, score: 5 },
            { from: 102, to: 103, count: 0, score: 5 },
            { from: 103, to: 103, count: 1, score: 5 },
          ],
          steps: [100, 100, 100, 100],
          customers: 2,
        },
        {
          measure: 'frequency',
          bars: [{ from: 1, to: 1, count: 2, score: 5 }],
          steps: [1, 1, 1, 1],
          customers: 2,
        },
        {
          measure: 'recency',
          bars: [
            { from: 1, to: 2, count: 1, score: 5 },
            { from: 2, to: 3, count: 0, score: 5 },
            { from: 3, to: 3, count: 1, score: 1 },
          ],
          steps: [3, 3, 3, 3],
          customers: 2,
        },
      ],
    });

    await recomputeSegments(crm.system(), [await pay(crm.system(), one.id, { amount: 5 })]);
    const { version, items } = await readDistributions(work);
    expect(version).toBe(2);
    expect(items.find(({ measure }) => measure === 'frequency')?.bars).toHaveLength(2);
    const nextDay = await readDistributions({ ...work, now: () => new Date('2026-03-06T12:00:00Z') });
    expect(nextDay.items.find(({ measure }) => measure === 'recency')?.bars[0]?.from).toBe(2);
  }),
);
