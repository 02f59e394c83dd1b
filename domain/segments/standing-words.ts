import type { ToldScore } from './explain.ts';
import type { ScoredCustomer } from './segment.ts';
import type { Bins } from './settings.ts';

type Level = 'low' | 'middle' | 'high';
type Ranked = Record<'recency' | 'frequency' | 'monetary', Pick<ToldScore, 'above'>>;

/** Among equals the best score says nothing: who is like everybody stands in the middle. */
function levelOf(score: number, above: number | null): Level {
  if (score === 3 || (score === 5 && above === 0)) return 'middle';
  return score > 3 ? 'high' : 'low';
}

const spending: Record<Level, string> = {
  high: 'spend well',
  middle: 'spend about as much as others',
  low: 'have spent little so far',
};
const coming: Record<Level, string> = { high: 'came often', middle: 'came now and then', low: 'came seldom' };

/** In one or two sentences why a customer is where they are. */
export function standingWords(
  { measures, scores, recencyDays }: Pick<ScoredCustomer, 'measures' | 'scores' | 'recencyDays'>,
  told: readonly ToldScore[],
  bins: Pick<Bins, 'recency'>,
): string {
  if (!measures || recencyDays === null) return 'They have not paid yet, so there is nothing to score.';
  if (!scores) return 'Their first payment is being scored this moment.';

  const ranks = Object.fromEntries(told.map(({ measure, above }) => [measure, { above }])) as Ranked;
  if (ranks.monetary.above === null) {
    return `They last paid ${daysAgo(recencyDays)}. Nobody else has paid yet, so there is nobody to compare them with.`;
  }
  const spend = spending[levelOf(scores.monetary, ranks.monetary.above)];
  const came = measures.frequency === 1 ? 'came once' : coming[levelOf(scores.frequency, ranks.frequency.above)];
  const paid = scores.recency > 3 ? `last paid ${daysAgo(recencyDays)}` : `have not paid for ${days(recencyDays)}`;
  return [`They ${spend} and ${came}, and ${paid}.`, decline(scores.recency, bins)].filter(Boolean).join(' ');
}

/** On the day of a payment nobody has paid more recently, so every score of recency was a 5 once. */
function decline(recency: number, bins: Pick<Bins, 'recency'>): string | null {
  if (recency === 5) return null;
  return bins.recency
    ? `The days since then brought their recency down to ${recency}.`
    : `Everyone who paid since then pushed their recency down to ${recency}.`;
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count.toLocaleString('en')} days`);

function daysAgo(count: number): string {
  if (count === 0) return 'today';
  return count === 1 ? 'yesterday' : `${days(count)} ago`;
}
