import { expect, test } from 'vitest';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { readStanding } from './read-standing.ts';
import { recomputeSegments } from './recompute-segments.ts';
import { pay } from './testing/pay.ts';

const now = () => new Date('2026-03-31T12:00:00Z');

/** Customers who paid on these days, $100.00 each time; the first of them, and the work of a manager. */
async function paidOn(crm: Crm, days: readonly string[][]): Promise<{ work: Work; ids: string[] }> {
  const work = { ...(await crm.work('manager')), now };
  const ids: string[] = [];
  for (const each of days) {
    const { id } = await crm.addCustomer();
    ids.push(id);
    const fed = await Promise.all(each.map((day) => pay(crm.system(), id, { paidOn: day })));
    await recomputeSegments(work, fed);
  }
  return { work, ids };
}

test(
  'a customer is explained from their own payments among all payers',
  withCrm(async (crm) => {
    const { work, ids } = await paidOn(crm, [
      ['2026-01-05', '2026-01-05', '2026-01-20'],
      ['2026-03-30'],
      ['2026-03-29'],
      ['2026-03-01'],
    ]);
    expect(await readStanding(work, ids[0]!)).toMatchObject({
      customer: { id: ids[0], segment: "Can't Lose Them", recencyDays: 70 },
      scores: [
        { measure: 'recency', score: 1, value: 70, above: 0, words: 'None of your customers paid longer ago' },
        { measure: 'frequency', score: 5, value: 3, above: 100 },
        { measure: 'monetary', score: 5, value: 30_000, words: 'Spent more than all the others' },
        { measure: 'population', score: null, value: null, steps: null, words: 'Left out, not guessed' },
      ],
      words: expect.stringContaining('have not paid for 70 days'),
      next: { segment: 'VIP Customer', words: expect.stringContaining('$100.00') },
      path: [{ on: '2026-03-31', segment: "Can't Lose Them", recency: 1 }],
      lastPaid: { on: '2026-01-20', amount: 10_000 },
      updatedAt: now().toISOString(),
    });
  }),
);

test(
  'the path is told by the cuts that were kept for each week, and by the payments as they are known now',
  withCrm(async (crm) => {
    const { work, ids } = await paidOn(crm, [['2026-03-02'], ['2026-03-03'], ['2026-03-30', '2026-03-30']]);
    const { cuts } = await work.segments.summary();
    const early = { ...cuts!, recency: { steps: Array.from({ length: 4 }, () => '2026-03-01'), best: '2026-03-02' } };
    const weeks = [{ on: '2026-03-08', cuts: early }];
    await work.trends.writeWeeklyCuts({ scheme: 'eleven', last: '2026-03-24', weeks });

    const { path } = await readStanding(work, ids[0]!);
    expect(path.map(({ on, recency }) => [on, recency])).toEqual([
      ['2026-03-08', 5],
      ['2026-03-31', 1],
    ]);
  }),
);

test(
  'who has not paid has no scores and no path, and is told what a first payment would do',
  withCrm(async (crm) => {
    const { work } = await paidOn(crm, [['2026-03-30'], ['2026-03-29', '2026-03-29']]);
    const { id } = await crm.addCustomer();
    expect(await readStanding(work, id)).toMatchObject({
      customer: { segment: 'No Purchases' },
      next: { segment: 'New Customers', words: expect.stringMatching(/^A first payment of \$100\.00 today/) },
      path: [],
      lastPaid: null,
    });
  }),
);

test(
  'F334: what is expected of them and whom they are like is told from the kept views',
  withCrm(async (crm) => {
    const { work, ids } = await paidOn(crm, [['2026-01-05', '2026-02-05', '2026-03-05'], ['2026-03-29']]);
    const models = {
      bgNbd: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, logLikelihood: -1 },
      gammaGamma: { p: 6.25, q: 3.74, gamma: 15.44, logLikelihood: -1 },
    };
    const counted = { day: '2026-03-31', customers: 2, repeaters: 1, reason: null, quietAfterDays: 60, fit: [] };
    const nobody = { expectedPurchases: null, expectedValue: null, best: [], leaving: [] };
    await work.forecasts.write({ ...counted, ...models, ...nobody });
    const typical = { recencyDays: 10, frequency: 2, monetary: 10_000 };
    await work.groups.write({
      day: '2026-03-31',
      customers: 2,
      kMeans: {
        method: 'k-means',
        seed: 1,
        scales: [{ feature: 'recency', mean: 0, deviation: 1 }],
        groups: [{ name: 'Recent', customers: 2, centre: [0], spread: null, share: 1, typical }],
        silhouette: null,
        isWeak: true,
        tried: [],
      },
      mixture: null,
      points: [],
    });

    const { forecast, group } = await readStanding(work, ids[0]!);
    expect(forecast).toMatchObject({ basis: 'model', isGone: false });
    expect(group).toBe('Recent');
    expect((await readStanding(work, ids[1]!)).forecast).toMatchObject({ basis: 'recency-rule', chanceAlive: null });
  }),
);

test(
  'a customer of another business is not found',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    await expect(readStanding(work, crypto.randomUUID())).rejects.toMatchObject({ problem: { status: 404 } });
  }),
);
