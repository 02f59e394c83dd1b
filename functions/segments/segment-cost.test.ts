import { expect, test } from 'vitest';
import type { Measures } from '#domain/customers/customer.ts';
import { payersOf, withMeasures } from '#domain/segments/payers.ts';
import { container } from '#functions/platform/cosmos.ts';
import { cosmosUsage } from '#functions/testing/cosmos-usage.ts';
import { make } from '#functions/testing/make.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { recomputeFacts } from './recompute-facts.ts';
import { recomputeSegments } from './recompute-segments.ts';
import { pay } from './testing/pay.ts';

const oslo = { townId: 1, name: 'Oslo', region: '', country: 'NO', population: 580_000 };

/** What the segments ask of the database for one payment, and again because it changed the customer's document. */
async function usageOfPayment(crm: Crm, customerId: string): Promise<number> {
  const system = crm.system();
  const customer = container('customers').item(customerId, crm.workspace.id);
  await customer.patch([{ op: 'set', path: '/place', value: oslo }]);
  await recomputeSegments(system, [await pay(system, customerId)]);
  const fed = [await pay(system, customerId)];
  const measuring = await cosmosUsage(() => recomputeSegments(system, fed));
  const written = await system.customers.get(customerId);
  const seeing = await cosmosUsage(() => recomputeFacts(system, [written]));
  return measuring.charge + seeing.charge;
}

const usageAmong = async (count: number): Promise<number> => {
  let charge = 0;
  await withCrm(async (crm) => {
    const { id } = await crm.addCustomer();
    const others = Array.from({ length: count - 1 }, (_, n): [string, Measures] => [
      crypto.randomUUID(),
      make.measures({ monetary: n * 7, frequency: 1 + (n % 9), market: n / 1000 }),
    ]);
    const payers = withMeasures(payersOf(0), new Map(others));
    await crm.system().segments.replaceSnapshot({ payers, version: 1, etag: null });
    charge = await usageOfPayment(crm, id);
  })();
  return charge;
};

test('a payment costs at most 25 request units, the same among 20,000 customers as alone', async () => {
  const alone = await usageAmong(1);
  expect(alone).toBeLessThanOrEqual(25);
  expect(await usageAmong(20_000)).toBe(alone);
});
