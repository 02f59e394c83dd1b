import type { Cuts, SegmentCuts } from './cuts.ts';
import { daysBetween } from '#domain/kernel/time.ts';
import type { ToldScore } from './explain.ts';
import { dayNumber, dayOf, type Payers } from './payers.ts';
import { percentBelow, rankWords } from './rank-words.ts';
import { type Rank, ranksOf } from './ranks.ts';
import { ScoreName } from './scores.ts';
import type { ScoredCustomer } from './segment.ts';

type Among = { payers: Payers; cuts: SegmentCuts | null; today: string };

/** Each of the four scores told: what it stands on, where it lies between the steps, and before how many others. */
export function toldScores(customer: ScoredCustomer, { payers, cuts, today }: Among): ToldScore[] {
  const { id, measures, scores } = customer;
  const ranks = measures && ranksOf(payers, id, measures);
  const steps = cuts && stepsOf(cuts, today);
  const values = {
    recency: customer.recencyDays,
    frequency: measures?.frequency ?? null,
    monetary: measures?.monetary ?? null,
    population: measures?.market ?? null,
  };
  return ScoreName.options.map((measure) => {
    const rank = ranks?.[measure] ?? null;
    return {
      measure,
      score: scores?.[measure] ?? null,
      value: values[measure],
      steps: steps?.[measure] ?? null,
      above: rank && percentBelow(rank),
      words: wordsOf(measure, customer, rank),
    };
  });
}

function wordsOf(measure: ScoreName, { measures, place }: ScoredCustomer, rank: Rank | null): string {
  if (rank) return rankWords(measure, rank);
  if (!measures) return 'No payment yet';
  return place ? 'The income of this country is not known: left out, not guessed' : 'Left out, not guessed';
}

/** The least value of the scores 2 to 5: scores begin above a cut, and the best is a 5 whatever its step. */
export const stepsOf = (
  { recency, frequency, monetary, market }: SegmentCuts,
  today: string,
): Record<ScoreName, number[] | null> => ({
  recency: beginnings(recency, (day) => dayOf(dayNumber(day) + 1)).map((day) => Math.max(0, daysBetween(day, today))),
  frequency: beginnings(frequency, (payments) => payments + 1),
  monetary: beginnings(monetary, (minorUnits) => minorUnits + 1),
  // Markets are no whole numbers: their scores begin right above the cut.
  population: market && beginnings(market, (cut) => cut),
});

const beginnings = <T extends number | string>({ steps, best }: Cuts<T>, next: (cut: T) => T): T[] =>
  steps.map((step) => (step < best ? next(step) : best));
