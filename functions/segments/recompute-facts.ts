import * as z from 'zod';
import { Customer } from '#domain/customers/customer.ts';
import { marketOf } from '#domain/places/market.ts';
import { remeasure, type Remeasuring } from './remeasure.ts';

const { id, place, bornOn, measures } = Customer.shape;
/** What cannot be read is as good as not said. */
const FedCustomer = z.object({
  id,
  place: place.catch(null),
  bornOn: bornOn.catch(null),
  measures: measures.catch(null),
});

/**
 * Brings measures up to date after the place or birth date of a customer changed. A change of the measures themselves
 * comes here too, and is seen to be none: they hold the facts by which they were made.
 */
export async function recomputeFacts(work: Remeasuring, documents: readonly unknown[]): Promise<void> {
  const payers = documents.flatMap((document) => {
    const { data } = FedCustomer.safeParse(document);
    return data?.measures ? [{ ...data, measures: data.measures }] : [];
  });
  const told = payers.filter(
    ({ place, bornOn, measures }) => place || measures.market !== null || bornOn !== measures.bornOn,
  );
  if (told.length === 0) return;

  const { incomes } = await work.segmentSettings.get();
  const changed = told.filter(
    ({ place, bornOn, measures }) => marketOf(place, incomes) !== measures.market || bornOn !== measures.bornOn,
  );
  if (changed.length > 0)
    await remeasure(
      work,
      changed.map(({ id }) => id),
    );
}
