import { type Rows, rowsIn } from './features.ts';

/** One bell-shaped group: its share of all, the middle and the variance of each feature by itself. */
export type Part = { share: number; means: number[]; variances: number[] };
export type Mixture = { parts: Part[]; logLikelihood: number };

const mostRounds = 200;
/** What a round must still gain, for each row. */
const leastGain = 1e-5;
/** All who paid once are alike in that: without a least variance their part would shrink to a point, and fit ever better. */
const leastVariance = 0.1;

/**
 * Gaussian mixture with diagonal covariance by expectation and maximisation. What is not known of a row is left out of
 * its density and of the means: that is the likelihood of what is known, and nothing is made up. `of[at]` is the part in
 * which a row begins.
 */
export function fitMixture(rows: Rows, of: ArrayLike<number>, k: number): Mixture {
  const count = rowsIn(rows);
  const weights = Float64Array.from({ length: count * k }, (_, at) => Number(of[Math.floor(at / k)] === at % k));
  let parts = partsOf(rows, weights, begin(k, rows.width));
  let logLikelihood = weigh(rows, parts, weights);
  for (let round = 0; round < mostRounds; round += 1) {
    parts = partsOf(rows, weights, parts);
    const next = weigh(rows, parts, weights);
    const gained = next - logLikelihood;
    logLikelihood = next;
    if (gained < leastGain * count) break;
  }
  return { parts, logLikelihood };
}

/** Bayesian information criterion: lower is better. `features` of each part have a mean and a variance; shares make up 1. */
export const bicOf = ({ parts, logLikelihood }: Mixture, features: number, count: number): number =>
  (parts.length * (2 * features + 1) - 1) * Math.log(count) - 2 * logLikelihood;

/** The place of the part to which each row most likely belongs. */
export function likeliest(rows: Rows, parts: readonly Part[]): Uint8Array {
  const densities = parts.map(densityOf);
  return Uint8Array.from({ length: rowsIn(rows) }, (_, row) => {
    const each = densities.map((density) => logDensity(rows, row, density));
    return each.indexOf(Math.max(...each));
  });
}

/** A part as it is used a thousand times: logarithms taken, variances turned over. */
type Density = { logShare: number; means: number[]; logs: number[]; halves: number[] };

const densityOf = ({ share, means, variances }: Part): Density => ({
  logShare: Math.log(share),
  means,
  logs: variances.map((variance) => Math.log(2 * Math.PI * variance) / 2),
  halves: variances.map((variance) => 1 / (2 * variance)),
});

function logDensity({ width, values }: Rows, row: number, { logShare, means, logs, halves }: Density): number {
  let sum = logShare;
  for (let at = 0; at < width; at += 1) {
    const difference = values[row * width + at]! - means[at]!;
    if (!Number.isNaN(difference)) sum -= logs[at]! + difference * difference * halves[at]!;
  }
  return sum;
}

/** Writes how far each row belongs to each part (expectation), and answers the log-likelihood of all. */
function weigh(rows: Rows, parts: readonly Part[], weights: Float64Array): number {
  const densities = parts.map(densityOf);
  const k = parts.length;
  let total = 0;
  for (let row = 0; row < rowsIn(rows); row += 1) {
    let highest = -Infinity;
    for (let part = 0; part < k; part += 1) {
      const density = logDensity(rows, row, densities[part]!);
      weights[row * k + part] = density;
      if (density > highest) highest = density;
    }
    let sum = 0;
    for (let part = 0; part < k; part += 1) {
      const share = Math.exp(weights[row * k + part]! - highest);
      weights[row * k + part] = share;
      sum += share;
    }
    for (let part = 0; part < k; part += 1) weights[row * k + part]! /= sum;
    total += highest + Math.log(sum);
  }
  return total;
}

/** The parts that the weights speak for (maximisation). A feature that none of a part's rows knows stays as it was. */
function partsOf(rows: Rows, weights: Float64Array, before: readonly Part[]): Part[] {
  const k = before.length;
  const count = rowsIn(rows);
  return before.map((part, place) => {
    let share = 0;
    for (let row = 0; row < count; row += 1) share += weights[row * k + place]!;
    const features = part.means.map((mean, at) => {
      const before = { mean, variance: part.variances[at]! };
      return featureOf(rows, weights, { k, place, at }) ?? before;
    });
    return {
      share: Math.max(share / count, Number.MIN_VALUE),
      means: features.map(({ mean }) => mean),
      variances: features.map(({ variance }) => Math.max(variance, leastVariance)),
    };
  });
}

type Spot = { k: number; place: number; at: number };
type Shape = { mean: number; variance: number };

function featureOf({ width, values }: Rows, weights: Float64Array, { k, place, at }: Spot): Shape | null {
  let [known, sum, squares] = [0, 0, 0];
  for (let row = 0; row * k < weights.length; row += 1) {
    const value = values[row * width + at]!;
    if (Number.isNaN(value)) continue;
    const weight = weights[row * k + place]!;
    known += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  const mean = sum / known;
  return known < 1e-9 ? null : { mean, variance: squares / known - mean ** 2 };
}

const begin = (k: number, width: number): Part[] =>
  Array.from({ length: k }, () => ({
    share: 1 / k,
    means: new Array<number>(width).fill(0),
    variances: new Array<number>(width).fill(1),
  }));
