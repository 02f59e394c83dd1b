import incomes from '#domain/places/income-per-head.json' with { type: 'json' };
import { Customer } from '#domain/customers/customer.ts';
import { Payment } from '#domain/payments/payment.ts';
import { Place } from '#domain/places/place.ts';
import { slowScorer } from '#domain/segments/testing/slow-rule.ts';
import { type Payer, payersByHand } from './payers-by-hand.ts';
import type { Document, Stored } from './stored.ts';

type Measures = Omit<Payer, 'id'>;
/** `payers` is the snapshot in hex, `summary` the text of what was counted; both without their version. */
export type Segments = {
  measures: Record<string, Measures | null>;
  payers: string;
  summary: string;
  isOneVersion: boolean;
};

/**
 * From the stored payments and customers alone, the slow and obvious way: count who is worse and who is better. It shares
 * only schemas with the product, and stands for a business that ranks. What does not fit, or names nobody, does not count.
 */
export async function fullRecompute(stored: Stored, workspaceId: string): Promise<Segments> {
  const customers = await stored.all('customers', workspaceId);
  const payments = (await stored.all('payments', workspaceId)).flatMap((document) => {
    const { data } = Payment.safeParse({ ...document, version: 'any' });
    return data && data.counted !== null && data.paidOn !== null ? [data] : [];
  });
  const paidBy = Map.groupBy(payments, ({ customer }) => customer.id);
  const measures = Object.fromEntries(
    customers.map((customer) => [customer.id, measuresOf(customer, paidBy.get(customer.id) ?? [])]),
  );
  const payers = Object.entries(measures).flatMap(([id, each]) => (each ? [{ id, ...each }] : []));
  return {
    measures,
    payers: payersByHand(payers).toString('hex'),
    summary: JSON.stringify(summaryOf(payers)),
    isOneVersion: true,
  };
}

function measuresOf({ place, bornOn }: Document, payments: Payment[]): Measures | null {
  if (payments.length === 0) return null;
  const days = payments.map(({ paidOn }) => paidOn ?? '').toSorted();
  return {
    firstPaidOn: days[0]!,
    lastPaidOn: days[days.length - 1]!,
    days: new Set(days).size,
    frequency: payments.length,
    monetary: payments.reduce((sum, { counted }) => sum + (counted ?? 0), 0),
    market: marketOf(Place.safeParse(place).data),
    bornOn: Customer.shape.bornOn.safeParse(bornOn).data ?? null,
  };
}

function marketOf(place: Place | undefined): number | null {
  const income = place && (incomes as Record<string, number>)[place.country];
  if (!place || income === undefined) return null;
  return Math.round((Math.log(place.population) + Math.log(income / 17_000)) * 1e9) / 1e9;
}

function summaryOf(payers: Payer[]) {
  const cells = new Array<number>(125).fill(0);
  const population = [0, 0, 0, 0, 0];
  const recency = ranking(payers.map(({ lastPaidOn }) => lastPaidOn));
  const frequency = ranking(payers.map((each) => each.frequency));
  const monetary = ranking(payers.map((each) => each.monetary));
  const market = ranking(payers.flatMap((each) => each.market ?? []));
  for (const each of payers) {
    const [r, f, m] = [recency.score(each.lastPaidOn), frequency.score(each.frequency), monetary.score(each.monetary)];
    cells[(r - 1) * 25 + (f - 1) * 5 + (m - 1)]! += 1;
    if (each.market !== null) population[market.score(each.market) - 1]! += 1;
  }
  const cuts = { recency: recency.cuts, frequency: frequency.cuts, monetary: monetary.cuts, market: market.cuts };
  return { payers: payers.length, cells, population, cuts: payers.length === 0 ? null : cuts };
}

function ranking<T extends string | number>(values: readonly T[]) {
  const sorted = values.toSorted((one, other) => (one < other ? -1 : Number(one > other)));
  const at = (step: number): T => sorted[Math.floor((step * (sorted.length - 1)) / 5)]!;
  return {
    cuts: values.length === 0 ? null : { steps: [at(1), at(2), at(3), at(4)], best: at(5) },
    score: slowScorer(values),
  };
}
