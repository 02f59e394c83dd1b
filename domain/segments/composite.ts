import type { Scores } from './scores.ts';
import type { Weights } from './settings.ts';

/**
 * 0 to 100, whole: 25 * (wR(R-1) + wF(F-1) + wM(M-1) + wP(P-1)), with the weights as parts of 1. Without a population
 * score the other weights make up the whole; null where they are all zero.
 */
export function compositeOf({ recency, frequency, monetary, population }: Scores, weights: Weights): number | null {
  const parts = [
    [weights.recency, recency],
    [weights.frequency, frequency],
    [weights.monetary, monetary],
    ...(population === null ? [] : [[weights.population, population] as const]),
  ] as const;
  const whole = parts.reduce((sum, [weight]) => sum + weight, 0);
  if (whole === 0) return null;
  return Math.round((25 * parts.reduce((sum, [weight, score]) => sum + weight * (score - 1), 0)) / whole);
}
