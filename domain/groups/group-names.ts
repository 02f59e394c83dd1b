import type { GroupFeature } from './group.ts';

/** Nearer to the middle than this, in deviations, is average and not said. */
const average = 0.35;

/** Below the middle, and above it. */
const words: Record<GroupFeature, [string, string]> = {
  recency: ['recent', 'quiet'],
  frequency: ['infrequent', 'frequent'],
  monetary: ['low spend', 'high spend'],
  market: ['small market', 'big market'],
  age: ['younger', 'older'],
};

/** "Recent, frequent, high spend" from each centre's deviations. No two are called the same: the second gets a 2. */
export function groupNames(features: readonly GroupFeature[], centres: readonly (readonly number[])[]): string[] {
  const names = centres.map((centre) => nameOf(features, centre));
  return names.map((name, at) => {
    const before = names.slice(0, at).filter((other) => other === name).length;
    return before === 0 ? name : `${name} ${before + 1}`;
  });
}

function nameOf(features: readonly GroupFeature[], centre: readonly number[]): string {
  const said = features.flatMap((feature, at) => {
    const z = centre[at] ?? 0;
    return Math.abs(z) < average ? [] : [words[feature][Number(z > 0)]!];
  });
  const name = said.join(', ') || 'average';
  return name.charAt(0).toUpperCase() + name.slice(1);
}
