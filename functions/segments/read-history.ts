import type { Place } from '#domain/places/place.ts';
import { type CountedPayment, type History, historyOf } from '#domain/segments/history.ts';
import { dayNumber } from '#domain/segments/payers.ts';
import type { KnownCustomer } from '#functions/customers/known-customers.ts';
import type { SystemWork } from '#functions/work.ts';

export type ReadHistory = {
  history: History;
  /** Everybody who is stored. */
  known: ReadonlyMap<string, KnownCustomer>;
  placed: readonly { id: string; place: Place }[];
};

/** All counted payments of stored customers, and all customers. `tell` hears after each page how many payments are read. */
export async function readHistory(
  { payments, customers }: Pick<SystemWork, 'payments' | 'customers'>,
  tell: (read: number) => Promise<void>,
): Promise<ReadHistory> {
  const known = new Map<string, KnownCustomer>();
  for await (const page of customers.everyKnown()) for (const customer of page) known.set(customer.id, customer);

  const counted: CountedPayment[] = [];
  for await (const page of payments.everyCounted()) {
    for (const { id, customerId, paidOn, counted: amount } of page)
      if (known.has(customerId)) counted.push({ id, customerId, day: dayNumber(paidOn), counted: amount });
    await tell(counted.length);
  }
  const placed = [...known.values()].flatMap(({ id, place }) => (place ? [{ id, place }] : []));
  return { history: historyOf(counted), known, placed };
}
