import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyOf, measuresIn } from './history.ts';
import { measuresOf } from './measure.ts';
import { dayOf } from './payers.ts';
import { idOf } from './testing/some-business.ts';

const payment = fc.record({
  id: fc.uuid(),
  customerId: fc.nat(6).map(idOf),
  day: fc.integer({ min: -3, max: 3 }),
  counted: fc.nat(20),
});

test('a history says of each customer what their own payments say, whatever the order they were read in', () => {
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 40 }), (payments) => {
      const history = historyOf(payments);
      expect(historyOf(payments.toReversed())).toEqual(history);

      const byCustomer = Map.groupBy(payments, ({ customerId }) => customerId);
      expect(history.ids).toEqual([...byCustomer.keys()].toSorted());
      const facts = { market: 9.25, bornOn: null };
      for (const [at, id] of history.ids.entries()) {
        const own = byCustomer.get(id)!.map(({ day, counted }) => ({ paidOn: dayOf(day), counted }));
        expect(measuresIn(history, at, facts)).toEqual(measuresOf(own, facts));
      }
    }),
    { seed: 6, numRuns: 200 },
  );
});
