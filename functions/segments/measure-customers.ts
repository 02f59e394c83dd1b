import * as z from 'zod';
import type { Measures } from '#domain/customers/customer.ts';
import { counts, Payment } from '#domain/payments/payment.ts';
import { type IncomeOverride, marketOf } from '#domain/places/market.ts';
import { measuresOf } from '#domain/segments/measure.ts';
import type { KnownCustomer } from '#functions/customers/known-customers.ts';
import type { SystemWork } from '#functions/work.ts';

export const FedPayment = Payment.pick({ id: true, customer: true, counted: true, status: true, paidOn: true })
  .extend({ _ts: z.int().default(0) })
  .refine((payment) => !counts(payment) || payment.paidOn !== null, 'Counted without a day');
export type FedPayment = z.infer<typeof FedPayment>;
/** The same of a stored one that counts: what was set aside when it was fed must not count later beside another. */
const Counted = Payment.pick({ id: true, customer: true, status: true }).extend({
  counted: Payment.shape.counted.unwrap(),
  paidOn: Payment.shape.paidOn.unwrap(),
});

type By = { fed: readonly FedPayment[]; incomes: readonly IncomeOverride[] };
type Measured = {
  measures: Map<string, Measures | null>;
  /** Those of the customers who are stored. */
  known: ReadonlyMap<string, KnownCustomer>;
  /** The newest change of a payment of each, in seconds. */
  changedAt: ReadonlyMap<string, number>;
};

/** What each customer's own payments say now; null for who has none that counts, or is not stored. */
export async function measureCustomers(
  { payments, customers }: Pick<SystemWork, 'payments' | 'customers'>,
  customerIds: readonly string[],
  { fed, incomes }: By,
): Promise<Measured> {
  const ids = [...customerIds];
  const [stored, known] = await Promise.all([payments.ofCustomers(ids), customers.known(ids)]);
  const byCustomer = Map.groupBy(layOver<FedPayment>(stored, fed), ({ customer }) => customer.id);
  const measures = new Map(
    ids.map((id) => {
      const facts = known.get(id);
      if (!facts) return [id, null];
      const market = marketOf(facts.place, incomes);
      return [id, measuresOf(countedOf(byCustomer.get(id)), { market, bornOn: facts.bornOn })];
    }),
  );
  const changedAt = new Map([...byCustomer].map(([id, own]) => [id, Math.max(...own.map(({ _ts }) => _ts))]));
  return { measures, known, changedAt };
}

/** One that cannot be read must not hold up its customer's others. */
const countedOf = (payments: readonly FedPayment[] = []) =>
  payments.filter(counts).flatMap((payment) => Counted.safeParse(payment).data ?? []);

/** A read may lie behind the feed, and the feed behind a read: of each payment the newer one; of equals the fed one. */
function layOver<P extends { id: string; _ts: number }>(stored: P[], fed: readonly P[]): P[] {
  const newest = new Map(stored.map((payment) => [payment.id, payment]));
  for (const payment of fed) {
    const known = newest.get(payment.id);
    if (!known || payment._ts >= known._ts) newest.set(payment.id, payment);
  }
  return [...newest.values()];
}
