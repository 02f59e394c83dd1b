import { countOf, type Payers } from '#domain/segments/payers.ts';
import { type Rows, rowAt, rowsIn } from './features.ts';
import { groupByCentres } from './group-by-centres.ts';
import { groupByParts } from './group-by-parts.ts';
import type { Groups } from './group.ts';
import { type Clusters, kMeans } from './k-means.ts';
import { fitMixture, type Mixture } from './mixture.ts';
import { populationOf, recencyDaysOf } from './population.ts';
import { randomFrom, sampleOf } from './random.ts';
import { distancesIn } from './silhouette.ts';

const fewestCustomers = 20;
const fewestGroups = 3;
const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
const starts = 50;
const most = { fitted: 5000, compared: 1000, drawn: 400 };

type Wish = {
  day: string;
  seed: number;
  /** Lets others have their turn: all of it takes some seconds. */
  pause: () => Promise<void>;
};

/** Who is alike, by k-means and as a mixture. The same payers, day and seed find the same groups. */
export async function findGroups(payers: Payers, { day, seed, pause }: Wish): Promise<Groups> {
  const customers = countOf(payers);
  const none: Groups = { day, customers, kMeans: null, mixture: null, points: [] };
  if (customers < fewestCustomers) return none;

  const population = populationOf(payers, day);
  const random = randomFrom(seed);
  const sample = pick(population.rows, sampleOf(customers, most.fitted, random));
  const tried: { clusters: Clusters; mixture: Mixture }[] = [];
  for (const k of numbers) {
    const clusters = kMeans(sample, { k, starts, random });
    if (clusters.centres.length < k) break;
    tried.push({ clusters, mixture: fitMixture(sample, clusters.of, k) });
    await pause();
  }
  if (tried.length < fewestGroups) return none;

  const compared = sampleOf(rowsIn(sample), most.compared, random);
  const distances = distancesIn(pick(sample, compared));
  const byCentres = groupByCentres(population, { tried: tried.slice(fewestGroups - 1), compared, distances });
  await pause();
  const byParts = groupByParts(population, sample, tried);
  return {
    day,
    customers,
    kMeans: { ...byCentres.grouping, seed },
    mixture: { ...byParts.grouping, seed },
    points: sampleOf(customers, most.drawn, random).map((at) => ({
      recencyDays: recencyDaysOf(payers.lastPaidOn[at]!, day),
      frequency: payers.frequency[at]!,
      monetary: payers.monetary[at]!,
      kMeans: byCentres.of[at]!,
      mixture: byParts.of[at]!,
    })),
  };
}

function pick(rows: Rows, places: readonly number[]): Rows {
  const values = new Float64Array(places.length * rows.width);
  for (const [to, at] of places.entries()) values.set(rowAt(rows, at), to * rows.width);
  return { width: rows.width, values };
}
