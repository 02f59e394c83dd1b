import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Measures } from '#domain/customers/customer.ts';
import { dayNumber, dayOf, idAt, measuresAt, payersOf, placeIn, withMeasures } from './payers.ts';

const ids = Array.from(
  { length: 12 },
  (_, n) => `${(n * 37) % 100}`.padStart(8, '0') + '-0000-7000-8000-00000000000' + n.toString(16),
);
const someDay = fc.integer({ min: -40_000, max: 30_000 }).map(dayOf);
const measures = fc.record<Measures>({
  firstPaidOn: someDay,
  lastPaidOn: someDay,
  days: fc.integer({ min: 1, max: 1000 }),
  frequency: fc.integer({ min: 1, max: 1000 }),
  monetary: fc.integer({ min: 0, max: 2 ** 40 }),
  market: fc.option(fc.double({ min: -20, max: 20, noNaN: true })),
  bornOn: fc.option(someDay),
});
const change = fc.tuple(fc.constantFrom(...ids), fc.option(measures));
const batches = fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 8 });

test('batch by batch the payers end as the last word on each customer, in the order of ids', () => {
  fc.assert(
    fc.property(batches, (batches) => {
      let kept = payersOf(0);
      for (const batch of batches) kept = withMeasures(kept, new Map(batch));

      const last = new Map(batches.flat());
      expect(kept).toEqual(withMeasures(payersOf(0), last));
      const expected = [...last].filter(([, said]) => said !== null).sort(([a], [b]) => (a < b ? -1 : 1));
      expect(rowsOf(kept)).toEqual(expected);
    }),
    { seed: 3, numRuns: 300 },
  );
});

test('saying the same again changes nothing, not even the object', () => {
  const day = '2024-02-29';
  const said = new Map([
    [ids[0]!, { firstPaidOn: day, lastPaidOn: day, days: 1, frequency: 2, monetary: 0, market: null, bornOn: null }],
  ]);
  const payers = withMeasures(payersOf(0), said);
  expect(withMeasures(payers, said)).toBe(payers);
  expect(withMeasures(payers, new Map([[ids[1]!, null]]))).toBe(payers);
});

const rowsOf = (payers: ReturnType<typeof payersOf>): [string, Measures][] =>
  Array.from(payers.frequency, (_, at) => [idAt(payers, at), measuresAt(payers, at)]);

test('every payer is found by id, and nobody else', () => {
  const said: Measures = {
    firstPaidOn: '2024-02-28',
    lastPaidOn: '2024-02-29',
    days: 2,
    frequency: 2,
    monetary: 1,
    market: 9.25,
    bornOn: '1931-05-06',
  };
  const payers = withMeasures(payersOf(0), new Map(ids.slice(0, 6).map((id) => [id, said])));
  const places = ids.map((id) => placeIn(payers, id));
  expect(places.map((at) => at !== null && idAt(payers, at))).toEqual([
    ...ids.slice(0, 6),
    ...ids.slice(6).map(() => false),
  ]);
});

test.each(['0000-01-01', '1969-12-31', '1970-01-01', '2024-02-29', '9999-12-31'])(
  '%s is the same day after a round trip',
  (day) => {
    expect(dayOf(dayNumber(day))).toBe(day);
  },
);
