import { daysBetween } from '#domain/kernel/time.ts';
import type { PathStep } from '#domain/segments/explain.ts';

/** Pixels. The labels of the scores stand left of `left`, the names of the segments above `top`. */
export const frame = { left: 20, top: 26, row: 18, height: 120 } as const;
export const bottom = frame.top + 4 * frame.row;

export const yOf = (score: number): number => frame.top + (5 - score) * frame.row;

/** The path from a day on: what stood then is where it begins. */
export function pathSince(path: readonly PathStep[], day: string): PathStep[] {
  const begun = path.findLast(({ on }) => on <= day);
  const later = path.filter(({ on }) => on > day);
  return begun ? [{ ...begun, on: day }, ...later] : later;
}

/** A segment's name where it begins; empty where there is no room for it before the next one. */
export type Mark = { x: number; name: string };
export type PathLine = { d: string; start: { x: number; y: number }; marks: Mark[] };

const letterWidth = 6;

/** The recency score as a line of steps, up to today at the right edge. */
export function pathLine(path: readonly [PathStep, ...PathStep[]], today: string, width: number): PathLine {
  const [first, ...later] = path;
  const days = Math.max(1, daysBetween(first.on, today));
  const xOf = (day: string) => frame.left + (daysBetween(first.on, day) / days) * (width - frame.left);
  const moves = later.map(({ on, recency }) => `H${xOf(on).toFixed(1)}V${yOf(recency)}`);
  const named = path.filter(({ segment }, at) => segment !== path[at - 1]?.segment);
  const marks = named.map(({ on, segment }, at): Mark => {
    const next = named[at + 1];
    const room = (next ? xOf(next.on) : width) - xOf(on);
    return { x: xOf(on), name: segment.length * letterWidth + 4 <= room ? segment : '' };
  });
  return {
    d: `M${frame.left} ${yOf(first.recency)}${moves.join('')}H${width}`,
    start: { x: frame.left, y: yOf(first.recency) },
    marks,
  };
}
