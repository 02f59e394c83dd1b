import type { Measures } from '#domain/customers/customer.ts';
import { allMeasures, sameMeasures } from '#domain/segments/measure.ts';
import { measuresAt, type Payers, placeIn } from '#domain/segments/payers.ts';
import type { KnownCustomer } from '#functions/customers/known-customers.ts';

type Kept = { known: ReadonlyMap<string, Pick<KnownCustomer, 'measures'>>; payers: Payers };

/** Of whom the snapshot or the customer's own document does not say what it should. */
export const differences = (
  expected: ReadonlyMap<string, Measures | null>,
  { known, payers }: Kept,
  names = allMeasures,
): string[] =>
  [...expected].flatMap(([id, measures]) => {
    const at = placeIn(payers, id);
    const isKept = sameMeasures(at === null ? null : measuresAt(payers, at), measures, names);
    const document = known.get(id);
    return isKept && (!document || sameMeasures(document.measures, measures, names)) ? [] : [id];
  });
