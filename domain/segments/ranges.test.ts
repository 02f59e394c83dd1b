import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Measures } from '#domain/customers/customer.ts';
import { type Bound, type MeasureRanges, rangeOfScore, rangeOfTier, rangesOf } from './ranges.ts';
import { scoreCustomer } from './score-customer.ts';
import type { ScoreName } from './scores.ts';
import { segmentsOf, Tier } from './segment.ts';
import { usualSettings } from './settings.ts';
import { slowMeasures, slowScores, slowSegment } from './testing/slow-rule.ts';
import { customerWith, someBusiness, summaryOf, today } from './testing/some-business.ts';

const { weights } = usualSettings;

/** As the database compares: null is neither more nor less than a number. */
function keeps({ measure, is, value }: Bound, measures: Measures): boolean {
  const said = measures[measure];
  if (is === 'unknown') return said === null;
  if (said === null || value === null) return false;
  if (is === '>') return said > value;
  if (is === '>=') return said >= value;
  return is === '<' ? said < value : said <= value;
}

const isWithin =
  ({ all, anyOf }: MeasureRanges) =>
  (measures: Measures): boolean =>
    all.every((bound) => keeps(bound, measures)) && anyOf.every((any) => any.some((bound) => keeps(bound, measures)));

test('the ranges of every segment, score and tier hold exactly its customers', () => {
  fc.assert(
    fc.property(someBusiness, ({ people, bins, scheme }) => {
      const payers = people.map(slowMeasures).filter((measures) => measures !== null);
      const { cuts } = summaryOf(payers, bins);
      if (!cuts) return;
      const slow = new Map(payers.map((one) => [one, slowScores(payers, one, bins, today)]));

      for (const segment of segmentsOf(scheme)) {
        if (segment === 'No Purchases') continue;
        const ranges = rangesOf(segment, cuts, scheme === 'four');
        const expected = payers.filter((one) => slowSegment(scheme, slow.get(one)!) === segment);
        expect(payers.filter(isWithin(ranges))).toEqual(expected);
      }
      const names: ScoreName[] = ['recency', 'frequency', 'monetary', ...(cuts.market ? ['population' as const] : [])];
      for (const name of names) {
        for (const score of [1, 2, 3, 4, 5]) {
          const expected = payers.filter((one) => slow.get(one)![name] === score);
          expect(payers.filter(isWithin(rangeOfScore(name, score, cuts)))).toEqual(expected);
        }
      }
      for (const tier of Tier.options) {
        const range = rangeOfTier(tier, cuts);
        const rules = { cuts, scheme, weights, today };
        const expected = payers.filter((one) => scoreCustomer(customerWith(one), rules).tier === tier);
        expect(range === 'nobody' ? [] : payers.filter(isWithin(range))).toEqual(expected);
      }
    }),
    { seed: 5, numRuns: 200 },
  );
});
