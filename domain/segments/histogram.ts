import { type Cuts, scoreBy } from './cuts.ts';
import type { Distribution } from './distribution.ts';

type Bar = Distribution['bars'][number];

/** Whole numbers are shown by their logarithm, one bar each while they are few; parts of numbers evenly. */
type Kind = 'whole' | 'parts';
/** Rising: where the next score begins. `scoreOf` tells that of any value. */
type Scale = { kind: Kind; starts: readonly number[]; scoreOf: (value: number) => number };

const usualBars = 32;
/** Markets are rounded to the ninth digit. */
const between = { whole: 1, parts: 5e-10 } as const;

/** The scale of a measure that scores higher the higher it is. */
export const risingScale = (cuts: Cuts<number>, kind: Kind): Scale => ({
  kind,
  starts: startsOf(cuts, kind),
  scoreOf: (value) => scoreBy(cuts, value),
});

/** The scale of days since the last payment, which score higher the fewer they are. `cuts` and `today` are numbers of days. */
export const daysScale = (cuts: Cuts<number>, today: number): Scale => ({
  kind: 'whole',
  starts: startsOf(cuts, 'whole')
    .map((first) => today - first + 1)
    .toReversed(),
  scoreOf: (days) => scoreBy(cuts, today - days),
});

/** The least value of 2, 3, 4 and 5. Under heavy ties a step may be the best value itself, and then only that is above it. */
const startsOf = ({ steps, best }: Cuts<number>, kind: Kind): number[] =>
  steps.map((step) => (step < best ? step + between[kind] : best));

/** About 32 bars, none of which lies across the beginning of a score. */
export function histogram(values: ArrayLike<number>, { scoreOf, ...scale }: Scale): Bar[] {
  if (values.length === 0) return [];
  let least = Infinity;
  let most = -Infinity;
  for (let at = 0; at < values.length; at += 1) {
    if (values[at]! < least) least = values[at]!;
    if (values[at]! > most) most = values[at]!;
  }
  const edges = edgesOf(least, most, scale);
  const counts = new Uint32Array(edges.length);
  for (let at = 0; at < values.length; at += 1) counts[barOf(edges, values[at]!)]! += 1;
  return edges.map((from, bar) => ({
    from,
    to: edges[bar + 1] ?? most,
    count: counts[bar]!,
    score: scoreOf(from),
  }));
}

/** Where each bar begins. */
function edgesOf(least: number, most: number, { kind, starts }: Omit<Scale, 'scoreOf'>): number[] {
  const end = kind === 'whole' ? most + 1 : most;
  if (kind === 'whole' && end - least <= usualBars) return Array.from({ length: end - least }, (_, at) => least + at);

  const [place, valueAt] = kind === 'whole' ? [logarithm, fromLogarithm] : [itself, itself];
  const length = place(end) - place(least);
  const bounds = [least, ...new Set(starts.filter((start) => start > least && start <= most))];
  return bounds.flatMap((from, at) => {
    const to = bounds[at + 1] ?? end;
    const own = place(to) - place(from);
    const parts = Math.max(1, Math.round((usualBars * own) / length) || 1);
    const inner = Array.from({ length: parts - 1 }, (_, part) => valueAt(place(from) + (own * (part + 1)) / parts));
    return [from, ...new Set(inner.filter((edge) => edge > from && edge < to))];
  });
}

const itself = (value: number): number => value;
const logarithm = (value: number): number => Math.log1p(Math.max(0, value));
const fromLogarithm = (place: number): number => Math.round(Math.expm1(place));

/** The last bar that does not begin above the value. */
function barOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (edges[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
