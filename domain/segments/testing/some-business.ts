import * as fc from 'fast-check';
import type { Customer, Measures } from '#domain/customers/customer.ts';
import { dayNumber, dayOf, payersOf, withMeasures } from '../payers.ts';
import type { Scheme } from '../segment.ts';
import type { Bins } from '../settings.ts';
import { summarise } from '../summarise.ts';
import type { SlowPerson } from './slow-rule.ts';

export const today = '2026-03-02';

export const idOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Small ranges, so that ties are everywhere. Null: given back, taken back or not paid. */
const somePayment = fc.record({
  paidOn: fc.integer({ min: dayNumber(today) - 9, max: dayNumber(today) }).map(dayOf),
  counted: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 5 }),
});
const somebody = fc.record<SlowPerson>({
  payments: fc.array(somePayment, { maxLength: 6 }),
  market: fc.option(fc.constantFrom(-1.5, 0, 9.25, 9.250000001, 11), { freq: 4 }),
  bornOn: fc.constantFrom(null, '1931-05-06'),
});

const rising = (max: number, min: number) =>
  fc.uniqueArray(fc.integer({ min, max }), { minLength: 4, maxLength: 4 }).map((all) => all.toSorted((a, b) => a - b));
const someBins: fc.Arbitrary<Bins> = fc.record({
  recency: fc.option(rising(10, 0).map((all) => all.toReversed())),
  frequency: fc.option(rising(8, 1)),
  monetary: fc.option(rising(15, 0)),
});

/** People, payers or not, from nobody on; and how the business scores them. */
export const someBusiness = fc.record({
  people: fc.oneof(
    fc.array(somebody, { maxLength: 2 }),
    fc.array(somebody, { maxLength: 50 }),
    somebody.chain((one) => fc.array(fc.constant(one), { maxLength: 5 })),
  ),
  bins: fc.oneof(fc.constant<Bins>({ recency: null, frequency: null, monetary: null }), someBins),
  scheme: fc.constantFrom<Scheme>('eleven', 'four'),
});

export const summaryOf = (measures: readonly (Measures | null)[], bins: Bins) =>
  summarise(withMeasures(payersOf(0), new Map(measures.map((said, n) => [idOf(n), said]))), { bins, today });

export const customerWith = (measures: Measures | null): Customer => ({
  id: idOf(1),
  name: 'Dipika Sarraf',
  email: null,
  reference: null,
  memberId: null,
  owner: null,
  place: null,
  bornOn: null,
  measures,
  createdAt: '2026-01-01T00:00:00.000Z',
  version: 'v',
});
