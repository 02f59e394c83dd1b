import { type Clusters, nearestIn, settle } from './k-means.ts';
import { byCentre, type Grouped, groupsOf, type Population } from './population.ts';
import { type Distances, silhouetteOf } from './silhouette.ts';

const weakBelow = 0.25;

type Found = {
  /** In a sample: the best clusters for each number of them. */
  tried: readonly { clusters: Clusters }[];
  /** Places in the sample, and how far those lie from each other. */
  compared: readonly number[];
  distances: Distances;
};

/** As many groups as stand apart best in the sample, settled among all customers. */
export function groupByCentres(population: Population, { tried, compared, distances }: Found): Grouped {
  const judged = tried.map(({ clusters: { centres, of } }) => {
    const comparedOf = compared.map((at) => of[at]!);
    return { centres, k: centres.length, figure: silhouetteOf(distances, comparedOf, centres.length) };
  });
  const best = judged.reduce((one, other) => (other.figure > one.figure ? other : one));

  const settled = settle(population.rows, best.centres);
  const centres = settled.centres.filter((_, at) => settled.of.includes(at)).sort(byCentre);
  const of = nearestIn(population.rows, centres);
  const shapes = centres.map((centre) => ({ centre, spread: null }));
  const grouping = {
    method: 'k-means' as const,
    scales: population.scales,
    groups: groupsOf(population, shapes, of),
    silhouette: best.figure,
    isWeak: best.figure < weakBelow,
    tried: judged.map(({ k, figure }) => ({ k, figure })),
  };
  return { grouping, of };
}
