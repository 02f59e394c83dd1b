import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Measures } from '#domain/customers/customer.ts';
import { dayNumber, dayOf, payersOf, withMeasures } from './payers.ts';

const ids = Array.from(
  { length: 12 },
  (_, n) => `${(n * 37) % 100}`.padStart(8, '0') + '-0000-7000-8000-00000000000' + n.toString(16),
);
const measures = fc.record<Measures>({
  lastPaidOn: fc.integer({ min: -400, max: 30_000 }).map(dayOf),
  frequency: fc.integer({ min: 1, max: 1000 }),
  monetary: fc.integer({ min: 0, max: 2 ** 40 }),
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
  const said = new Map([[ids[0]!, { lastPaidOn: '2024-02-29', frequency: 2, monetary: 0 }]]);
  const payers = withMeasures(payersOf(0), said);
  expect(withMeasures(payers, said)).toBe(payers);
  expect(withMeasures(payers, new Map([[ids[1]!, null]]))).toBe(payers);
});

function rowsOf(payers: ReturnType<typeof payersOf>): [string, Measures][] {
  return Array.from(payers.frequency, (frequency, at) => {
    const hex = Buffer.from(payers.ids.subarray(at * 16, at * 16 + 16)).toString('hex');
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return [id, { lastPaidOn: dayOf(payers.lastPaidOn[at]!), frequency, monetary: payers.monetary[at]! }];
  });
}

test.each(['0000-01-01', '1969-12-31', '1970-01-01', '2024-02-29', '9999-12-31'])(
  '%s is the same day after a round trip',
  (day) => {
    expect(dayOf(dayNumber(day))).toBe(day);
  },
);
