import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Fault } from '../local/cosmos/faults.ts';
import { startProduct } from '../testing/product.ts';
import { openForTest } from './business-under-test.ts';
import { chance } from './chance.ts';
import { differences } from './history-check.ts';
import { runFunction } from './run-function.ts';
import { openStored, type Stored } from './stored.ts';
import { emptyHistory, talkAndPay } from './walkers.ts';

// Seen to fail without the client's message id (said twice), and without Stripe's idempotency key (two sessions).

let product: Awaited<ReturnType<typeof startProduct>>;
let stored: Stored;
beforeAll(async () => {
  product = await startProduct();
  stored = openStored(product.settings.COSMOS);
});
afterAll(async () => {
  stored.close();
  await product.close();
});

const customerCount = 2;

/** Messages and payments while `disturb` does its worst, then quiet; the answer is what is not as it was acknowledged. */
async function disturbed(seed: number, ms: number, disturb: () => void): Promise<{ lost: string[]; said: number }> {
  const addresses = {
    origin: product.origin,
    api: product.api,
    mailUrl: product.azure.mail.url,
    stripeUrl: product.azure.stripe.url,
    cosmos: product.settings.COSMOS,
    storage: product.settings.STORAGE,
  };
  const business = await openForTest(addresses, customerCount);
  const history = emptyHistory();
  const stop = new AbortController();
  const walked = talkAndPay({ business, history, chance: chance(seed), signal: stop.signal });
  await Promise.race([walked, wait(200)]);
  disturb();
  await Promise.race([walked, wait(ms)]);
  product.azure.cosmos.faults.clear();
  product.azure.stripe.controls.reset();
  stop.abort();
  await walked;
  await runFunction(product.api, 'payments-reconcile');
  // What webhooks told is worked on by a feed.
  const lost = () => differences({ stored, addresses, business, history });
  await expect.poll(lost, { timeout: 30_000 }).toEqual([]);
  return { lost: await lost(), said: history.said.length };
}

test.each([0.1, 0.5, 0.9])(
  'with a share of %d of all answers 429, what was acknowledged is there and nobody storms',
  async (rate) => {
    const { faults } = product.azure.cosmos;
    const retryAfterMs = 50;
    const before = faults.met();
    const started = performance.now();
    const { lost, said } = await disturbed(3, 1000, () => faults.add({ status: 429, retryAfterMs, rate }));
    expect(lost).toEqual([]);
    expect(said).toBeGreaterThan(0);
    // Two things at once for each customer, the webhook and the feeds: each waits as long as it was told to.
    const callers = customerCount * 2 * 2 + 6;
    const elapsed = performance.now() - started;
    expect(faults.met() - before).toBeLessThan((callers * elapsed) / retryAfterMs);
  },
);

test('a database that refuses for longer than its client asks again: 503, and when to come back', async () => {
  const { admin } = await openForTest({ origin: product.origin, mailUrl: product.azure.mail.url }, 0);
  product.azure.cosmos.faults.add({ operation: 'query', container: 'tasks', status: 429, retryAfterMs: 1 });
  const { status, headers, body } = await admin.send(taskRoutes.list);
  product.azure.cosmos.faults.clear();
  expect({ status, body }).toMatchObject({ status: 503, body: { type: '/problems/busy', retryAfter: 1 } });
  expect(headers.get('retry-after')).toBe('1');
  expect(headers.get('content-type')).toContain('application/problem+json');
  await admin.call(taskRoutes.list);
});

/** The first of each kind for certain, and some of the others. */
const dropped: Fault[] = ['create', 'replace', 'patch', 'upsert', 'batch'].flatMap((operation) => [
  { operation, dropAfterCommit: true, times: 2 },
  { operation, dropAfterCommit: true, rate: 0.3 },
]);

test('answers lost after the work was done: nothing is paid or said twice, and nothing is missing', async () => {
  const { cosmos, stripe } = product.azure;
  const { lost, said } = await disturbed(4, 2500, () => {
    for (const fault of dropped) cosmos.faults.add(fault);
    stripe.controls.disturbApi({ count: 3, cut: true });
    stripe.controls.disturbWebhooks({ failNext: 5, duplicate: 5, drop: 2 });
  });
  expect(lost).toEqual([]);
  expect(said).toBeGreaterThan(0);
});
