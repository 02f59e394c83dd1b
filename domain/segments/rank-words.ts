import type { Rank } from './ranks.ts';
import type { ScoreName } from './scores.ts';

type Words = { alone: string; same: string; least: string; more: string; whom: string; best: string };

const words: Record<ScoreName, Words> = {
  recency: {
    alone: 'Nobody else has paid yet',
    same: 'Paid last on the same day as all others',
    least: 'None of your customers paid longer ago',
    more: 'Paid more recently than',
    whom: 'your customers',
    best: 'nobody paid more recently',
  },
  frequency: {
    alone: 'Nobody else has paid yet',
    same: 'Paid as often as all others',
    least: 'None of your customers paid less often',
    more: 'Paid more often than',
    whom: 'your customers',
    best: 'nobody paid more often',
  },
  monetary: {
    alone: 'Nobody else has paid yet',
    same: 'Spent as much as all others',
    least: 'None of your customers spent less',
    more: 'Spent more than',
    whom: 'your customers',
    best: 'nobody spent more',
  },
  population: {
    alone: 'Nobody else has a place yet',
    same: 'Lives in a market as large as all others',
    least: 'None of your customers lives in a smaller market',
    more: 'Lives in a larger market than',
    whom: 'your customers with a place',
    best: 'nobody lives in a larger one',
  },
};

/** Whole percent of the others who are strictly lower, never rounded up; null when nobody else is ranked. */
export const percentBelow = ({ lower, others }: Rank): number | null =>
  others === 0 ? null : Math.floor((100 * lower) / others);

/** "Spent more than 83 % of your customers". Among equals the best score may stand on few who are lower: it says why. */
export function rankWords(measure: ScoreName, rank: Rank): string {
  const { alone, same, least, more, whom, best } = words[measure];
  const percent = percentBelow(rank);
  if (percent === null) return alone;
  if (rank.lower === 0) return rank.higher === 0 ? same : least;
  if (rank.lower === rank.others) return `${more} all the others`;
  const told = `${more} ${percent === 0 ? 'under 1' : percent} % of ${whom}`;
  return rank.higher === 0 ? `${told}; ${best}` : told;
}
