import { Payment } from '#domain/payments/payment.ts';
import type { Document, Stored } from './stored.ts';

type Measures = { lastPaidOn: string; frequency: number; monetary: number };
export type Segments = { measures: Record<string, Measures | null>; payers: number; counts: Record<string, number> };

/**
 * From the stored payments alone, the slow and obvious way: count who is worse and who is better, look the name up. It
 * shares only the payment's schema with the product. What does not fit the schema, or names nobody, does not count.
 */
export async function fullRecompute(stored: Stored, workspaceId: string): Promise<Segments> {
  const customers = (await stored.all('customers', workspaceId)).map(({ id }) => id);
  const known = new Set(customers);
  const payments = (await stored.all('payments', workspaceId)).flatMap((document) => {
    const { data } = Payment.safeParse({ ...document, version: 'any' });
    return data && data.counted !== null && data.paidOn !== null && known.has(data.customer.id) ? [data] : [];
  });
  const paidBy = Map.groupBy(payments, ({ customer }) => customer.id);

  const measures = Object.fromEntries(customers.map((id) => [id, measuresOf(paidBy.get(id) ?? [])]));
  const payers = Object.values(measures).filter((each) => each !== null);
  const recency = scorer(payers.map(({ lastPaidOn }) => lastPaidOn));
  const frequency = scorer(payers.map((each) => each.frequency));
  const monetary = scorer(payers.map((each) => each.monetary));
  const counts: Record<string, number> = {};
  for (const each of payers) {
    const segment = nameOf(recency(each.lastPaidOn), frequency(each.frequency), monetary(each.monetary));
    counts[segment] = (counts[segment] ?? 0) + 1;
  }
  return { measures, payers: payers.length, counts };
}

/** The same, as the product has it. */
export async function keptSegments(stored: Stored, workspaceId: string): Promise<Segments> {
  const customers = await stored.all('customers', workspaceId);
  const { resource } = await stored.container('workspaces').item('segment-summary', workspaceId).read<Document>();
  const counts = Object.entries((resource?.['counts'] ?? {}) as Record<string, number>);
  return {
    measures: Object.fromEntries(customers.map(({ id, measures }) => [id, (measures ?? null) as Measures | null])),
    payers: Number(resource?.['payers'] ?? 0),
    counts: Object.fromEntries(counts.filter(([name, count]) => name !== 'No Purchases' && count > 0)),
  };
}

function measuresOf(payments: Payment[]): Measures | null {
  if (payments.length === 0) return null;
  return {
    lastPaidOn: payments
      .map(({ paidOn }) => paidOn ?? '')
      .toSorted()
      .at(-1)!,
    frequency: payments.length,
    monetary: payments.reduce((sum, { counted }) => sum + (counted ?? 0), 0),
  };
}

function scorer<T extends string | number>(values: readonly T[]): (value: T) => number {
  const known = new Map<T, number>();
  return (value) => {
    const before = known.get(value);
    if (before) return before;
    const worse = values.filter((other) => other < value).length;
    const isBest = !values.some((other) => other > value);
    const score = isBest ? 5 : Math.max(1, Math.ceil((5 * worse) / (values.length - 1)));
    known.set(value, score);
    return score;
  };
}

function nameOf(r: number, f: number, m: number): string {
  if (r === 5 && f === 5 && m === 5) return 'VIP Customer';
  if (r === 5 && f >= 4) return 'Champions';
  if (r >= 3 && f >= 4) return 'Loyal Customers';
  if (r >= 4 && f >= 2) return 'Potential Loyalists';
  if (r === 5) return 'New Customers';
  if (r === 4) return 'Promising';
  if (r === 3) return f === 3 ? 'Need Attention' : 'About to Sleep';
  if (f === 5) return "Can't Lose Them";
  return f >= 3 ? 'At Risk' : 'Hibernating';
}
