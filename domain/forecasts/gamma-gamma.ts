import { faintPull } from './faint-pull.ts';
import type { GammaGamma } from './forecast.ts';
import { logGamma } from './log-gamma.ts';
import { lowestPoint } from './nelder-mead.ts';

/** Customers whose `purchases` came to `mean` each, more than 0. */
export type Spender = { purchases: number; mean: number };

/** Null when no best parameters are found. Spends are measured by their mean, so that every currency is alike. */
export function fitGammaGamma(spenders: readonly Spender[]): (GammaGamma & { logLikelihood: number }) | null {
  if (spenders.length === 0) return null;
  const unit = spenders.reduce((sum, { mean }) => sum + mean, 0) / spenders.length;
  const scaled = spenders.map(({ purchases, mean }) => ({ purchases, mean: mean / unit }));
  const found = lowestPoint(
    (logs) => {
      const model = modelOf(logs);
      // From 1 down the mean of all customers would be infinite.
      return model.q > 1 ? faintPull(logs, scaled.length) - logLikelihood(model, scaled) : Infinity;
    },
    [0, 1, 0],
  );
  if (!found) return null;
  const { p, q, gamma } = modelOf(found);
  const model = { p, q, gamma: gamma * unit };
  return { ...model, logLikelihood: logLikelihood(model, spenders) };
}

function modelOf(logs: number[]): GammaGamma {
  const [p = 0, q = 0, gamma = 0] = logs.map(Math.exp);
  return { p, q, gamma };
}

function logLikelihood({ p, q, gamma }: GammaGamma, spenders: readonly Spender[]): number {
  const fixed = q * Math.log(gamma) - logGamma(q);
  const byPurchases: number[] = [];
  const gammas = (x: number): number =>
    (byPurchases[x] ??= fixed + logGamma(p * x + q) - logGamma(p * x) + p * x * Math.log(x));
  let sum = 0;
  for (const { purchases: x, mean } of spenders)
    sum += gammas(x) + (p * x - 1) * Math.log(mean) - (p * x + q) * Math.log(gamma + x * mean);
  return sum;
}

/** What a purchase is expected to come to: between what this customer spent so far and what all spend. */
export const expectedSpend = ({ p, q, gamma }: GammaGamma, { purchases, mean }: Spender): number =>
  (p * (gamma + purchases * mean)) / (p * purchases + q - 1);
