import { type Rows, rowsIn } from './features.ts';
import { bicOf, likeliest, type Mixture } from './mixture.ts';
import { byCentre, type Grouped, groupsOf, type Population } from './population.ts';

/** The mixture that the sample speaks for most. Weak where it speaks rather for one group than for several. */
export function groupByParts(population: Population, sample: Rows, tried: readonly { mixture: Mixture }[]): Grouped {
  const judged = tried.map(({ mixture }) => ({
    parts: mixture.parts,
    k: mixture.parts.length,
    figure: bicOf(mixture, sample.width, rowsIn(sample)),
  }));
  const best = judged.filter(({ k }) => k > 1).reduce((one, other) => (other.figure < one.figure ? other : one));

  const likely = likeliest(population.rows, best.parts);
  const parts = best.parts
    .filter((_, at) => likely.includes(at))
    .sort((one, other) => byCentre(one.means, other.means));
  const of = likeliest(population.rows, parts);
  const shapes = parts.map(({ means, variances, share }) => ({ centre: means, spread: variances, share }));
  const grouping = {
    method: 'mixture' as const,
    scales: population.scales,
    groups: groupsOf(population, shapes, of),
    silhouette: null,
    isWeak: judged.some(({ figure }) => figure < best.figure),
    tried: judged.map(({ k, figure }) => ({ k, figure })),
  };
  return { grouping, of };
}
