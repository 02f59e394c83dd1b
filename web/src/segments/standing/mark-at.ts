/**
 * Where a value stands on a bar of five equal parts, in percent from the left: within the part of its score, by its
 * distance to the steps on both sides. Below the first and above the last step there is no other side: the middle.
 */
export function markAt(value: number, score: number, steps: readonly number[]): number {
  const [from, to] = [steps[score - 2], steps[score - 1]];
  const isBetween = from !== undefined && to !== undefined && from !== to;
  const within = isBetween ? (value - from) / (to - from) : 0.5;
  return (score - 1 + Math.min(0.95, Math.max(0.05, within))) * 20;
}
