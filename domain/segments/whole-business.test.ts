import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOf } from './counts.ts';
import { scoreCustomer } from './score-customer.ts';
import { segmentsOf } from './segment.ts';
import { usualSettings } from './settings.ts';
import { measuresOf } from './measure.ts';
import { slowMeasures, slowScores, slowSegment } from './testing/slow-rule.ts';
import { customerWith, someBusiness, summaryOf, today } from './testing/some-business.ts';

const { weights } = usualSettings;

test('each customer, every count and the grid of any business equal the slow rule, from no customer on', () => {
  fc.assert(
    fc.property(someBusiness, ({ people, bins, scheme }) => {
      const all = people.map(slowMeasures);
      const counting = people.map(({ payments, ...facts }) =>
        measuresOf(
          payments.flatMap(({ paidOn, counted }) => (counted === null ? [] : [{ paidOn, counted }])),
          facts,
        ),
      );
      expect(counting).toEqual(all);

      const payers = all.filter((measures) => measures !== null);
      const slow = all.map((one) => one && slowScores(payers, one, bins, today));
      const { cuts, cells, population, payers: count } = summaryOf(counting, bins);
      const scored = counting.map((one) => scoreCustomer(customerWith(one), { cuts, scheme, weights, today }));
      expect(scored.map(({ scores }) => scores)).toEqual(slow);
      const named = slow.map((scores) => (scores ? slowSegment(scheme, scores) : 'No Purchases'));
      expect(scored.map(({ segment }) => segment)).toEqual(named);

      expect(count).toBe(payers.length);
      const { counts, grid, scored: byScore } = countsOf(cells, scheme);
      for (const segment of segmentsOf(scheme).filter((name) => name !== 'No Purchases'))
        expect(counts[segment]).toBe(named.filter((name) => name === segment).length);
      const oneToFive = [1, 2, 3, 4, 5];
      const how = (holds: (scores: (typeof slow)[number] & {}) => boolean): number =>
        slow.filter((scores) => scores && holds(scores)).length;
      expect(grid).toEqual(
        oneToFive.map((r) => oneToFive.map((f) => how(({ recency, frequency }) => recency === r && frequency === f))),
      );
      for (const name of ['recency', 'frequency', 'monetary'] as const)
        expect(byScore[name]).toEqual(oneToFive.map((score) => how((scores) => scores[name] === score)));
      expect(population).toEqual(oneToFive.map((score) => how((scores) => scores.population === score)));
    }),
    { seed: 4, numRuns: 300 },
  );
});
