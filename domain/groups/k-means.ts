import { type Rows, rowAt, rowsIn } from './features.ts';

/** `of[at]` is the place of the row's centre in `centres`; inertia is the sum of all squared distances. */
export type Clusters = { centres: number[][]; of: Uint8Array; inertia: number };

const mostRounds = 100;
/** Starts are left once a round gains less than this share of the inertia; only the best are followed to the end. */
const promising = 0.0001;
const followed = 10;

type Tries = { k: number; starts: number; random: () => number };

/** The best of some starts by k-means++ (Arthur and Vassilvitskii 2007). Fewer centres than `k` when fewer rows differ. */
export function kMeans(rows: Rows, { k, starts, random }: Tries): Clusters {
  const begun = Array.from({ length: starts }, () => settle(rows, spreadOut(rows, k, random), promising));
  const ended = begun
    .sort(byInertia)
    .slice(0, followed)
    .map(({ centres }) => settle(rows, centres));
  return ended.sort(byInertia)[0]!;
}

const byInertia = (one: Clusters, other: Clusters): number => one.inertia - other.inertia;

/** Lloyd's rounds: each row to its nearest centre, each centre to the mean of its rows, until nothing is gained. */
export function settle(rows: Rows, from: readonly (readonly number[])[], leastGain = 0): Clusters {
  const { width } = rows;
  const of = new Uint8Array(rowsIn(rows));
  const centres = Float64Array.from(from.flat());
  let inertia = assign(rows, centres, of);
  for (let round = 0; round < mostRounds; round += 1) {
    moveToMeans(rows, of, centres);
    const next = assign(rows, centres, of);
    const gained = inertia - next;
    inertia = next;
    if (gained <= leastGain * inertia) break;
  }
  return { centres: from.map((_, at) => [...rowAt({ width, values: centres }, at)]), of, inertia };
}

/** The place of the nearest centre for each row; of equals the first. */
export function nearestIn(rows: Rows, centres: readonly (readonly number[])[]): Uint8Array {
  const of = new Uint8Array(rowsIn(rows));
  assign(rows, Float64Array.from(centres.flat()), of);
  return of;
}

/**
 * Each next centre is a row, drawn by its squared distance from those before: of a few draws the one that leaves the rows
 * nearest. What is not known of it begins at the middle.
 */
function spreadOut(rows: Rows, k: number, random: () => number): number[][] {
  const draws = 2 + Math.floor(Math.log(k));
  let distances = new Float64Array(rowsIn(rows)).fill(1);
  const centres: number[][] = [];
  while (centres.length < k && sumOf(distances) > 0) {
    const drawn = Array.from({ length: draws }, () => {
      const row = rowAt(rows, drawBy(distances, random));
      const centre = Array.from(row, (value) => (Number.isNaN(value) ? 0 : value));
      const left = distances.map((distance, at) => {
        const own = squaredDistance(rows, at, centre);
        return centres.length === 0 ? own : Math.min(distance, own);
      });
      return { centre, left, total: sumOf(left) };
    });
    const best = drawn.reduce((one, other) => (other.total < one.total ? other : one));
    centres.push(best.centre);
    distances = best.left;
  }
  return centres;
}

/** A place, as likely as its weight; never one of weight 0. */
function drawBy(weights: Float64Array, random: () => number): number {
  let left = random() * sumOf(weights);
  let drawn = 0;
  for (let at = 0; at < weights.length; at += 1) {
    if (weights[at] === 0) continue;
    drawn = at;
    left -= weights[at]!;
    if (left < 0) break;
  }
  return drawn;
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Answers the inertia. */
function assign(rows: Rows, centres: Float64Array, of: Uint8Array): number {
  let inertia = 0;
  for (let row = 0; row < of.length; row += 1) {
    let least = Infinity;
    for (let from = 0; from < centres.length; from += rows.width) {
      const distance = squaredDistance(rows, row, centres, from);
      if (distance >= least) continue;
      least = distance;
      of[row] = from / rows.width;
    }
    inertia += least;
  }
  return inertia;
}

/** Only over what is known of the row, which is the same for every centre it is held against. */
function squaredDistance({ width, values }: Rows, row: number, centres: ArrayLike<number>, from = 0): number {
  let sum = 0;
  for (let at = 0; at < width; at += 1) {
    const difference = values[row * width + at]! - centres[from + at]!;
    if (!Number.isNaN(difference)) sum += difference * difference;
  }
  return sum;
}

/** A centre with no row, or with none that knows a feature, stays where it is. */
function moveToMeans({ width, values }: Rows, of: Uint8Array, centres: Float64Array): void {
  const sums = new Float64Array(centres.length);
  const counts = new Float64Array(centres.length);
  for (let row = 0; row < of.length; row += 1) {
    const centre = of[row]! * width;
    for (let at = 0; at < width; at += 1) {
      const value = values[row * width + at]!;
      if (Number.isNaN(value)) continue;
      sums[centre + at]! += value;
      counts[centre + at]! += 1;
    }
  }
  for (let at = 0; at < centres.length; at += 1) if (counts[at]! > 0) centres[at] = sums[at]! / counts[at]!;
}
