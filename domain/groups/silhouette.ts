import { type Rows, rowAt, rowsIn } from './features.ts';

/**
 * How much nearer the rows are to their own cluster than to the next (Rousseeuw 1987): the mean over all rows, -1 to 1.
 * A row alone in its cluster counts as 0. `of[at]` is the cluster of a row.
 */
export function silhouetteOf(distances: Distances, of: ArrayLike<number>, k: number): number {
  const sizes = new Float64Array(k);
  for (let at = 0; at < of.length; at += 1) sizes[of[at]!]! += 1;
  let total = 0;
  for (let row = 0; row < of.length; row += 1) {
    const own = of[row]!;
    if (sizes[own]! < 2) continue;
    const sums = new Float64Array(k);
    for (let other = 0; other < of.length; other += 1) sums[of[other]!]! += distances[row * of.length + other]!;
    const inside = sums[own]! / (sizes[own]! - 1);
    let outside = Infinity;
    for (let cluster = 0; cluster < k; cluster += 1) {
      if (cluster !== own && sizes[cluster]! > 0) outside = Math.min(outside, sums[cluster]! / sizes[cluster]!);
    }
    const most = Math.max(inside, outside);
    if (outside < Infinity && most > 0) total += (outside - inside) / most;
  }
  return total / of.length;
}

/** From each row to each. */
export type Distances = Float32Array;

/** Over what is known of both rows, made as long as if all were known: else those who say less would be nearer to all. */
export function distancesIn(rows: Rows): Distances {
  const count = rowsIn(rows);
  const distances = new Float32Array(count * count);
  for (let row = 0; row < count; row += 1) {
    for (let other = 0; other < row; other += 1) {
      const distance = distanceOf(rowAt(rows, row), rowAt(rows, other));
      distances[row * count + other] = distance;
      distances[other * count + row] = distance;
    }
  }
  return distances;
}

function distanceOf(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  let known = 0;
  for (let at = 0; at < one.length; at += 1) {
    const difference = one[at]! - other[at]!;
    if (Number.isNaN(difference)) continue;
    sum += difference * difference;
    known += 1;
  }
  return known === 0 ? 0 : Math.sqrt((sum * one.length) / known);
}
