type Point = { at: number[]; value: number };

const mostSteps = 4000;

/**
 * The lowest point of a function near `start` (Nelder and Mead 1965); the function answers Infinity where it must not go.
 * Begun anew where it ended until nothing is gained: a simplex may fall flat on its way. Null when it does not come to rest.
 */
export function lowestPoint(of: (at: number[]) => number, start: number[]): number[] | null {
  let found = descend(of, start, 0.5);
  while (found) {
    const next = descend(of, found.at, 0.05);
    if (!next || isAsLow(found, next)) return next && next.at;
    found = next;
  }
  return null;
}

function descend(of: (at: number[]) => number, start: number[], width: number): Point | null {
  const point = (at: number[]): Point => ({ at, value: of(at) });
  let simplex = [point(start), ...start.map((_, axis) => point(start.map((x, i) => (i === axis ? x + width : x))))];
  for (let step = 0; step < mostSteps; step += 1) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, second, worst] = [simplex[0]!, simplex.at(-2)!, simplex.at(-1)!];
    if (widthOf(simplex) < 1e-6) return best;

    const others = simplex.slice(0, -1);
    const middle = start.map((_, i) => others.reduce((sum, { at }) => sum + at[i]!, 0) / others.length);
    /** On the line from the worst point through the middle of the others. */
    const beyond = (far: number): Point => point(middle.map((x, i) => x + far * (x - worst.at[i]!)));

    const reflected = beyond(1);
    if (reflected.value < best.value) simplex = [...others, lower(reflected, beyond(2))];
    else if (reflected.value < second.value) simplex = [...others, reflected];
    else {
      const drawnIn = lower(beyond(0.5), beyond(-0.5));
      if (drawnIn.value < worst.value) simplex = [...others, drawnIn];
      else simplex = simplex.map(({ at }) => point(at.map((x, i) => (x + best.at[i]!) / 2)));
    }
  }
  return null;
}

// Sums of many logarithms are not exact to the last digits.
const isAsLow = (one: Point, other: Point): boolean => one.value - other.value < 1e-9 * (1 + Math.abs(other.value));
const lower = (one: Point, other: Point): Point => (other.value < one.value ? other : one);
const widthOf = ([first, ...others]: Point[]): number =>
  Math.max(...others.flatMap(({ at }) => at.map((x, i) => Math.abs(x - first!.at[i]!))));
