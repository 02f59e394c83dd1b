/** Mulberry32: the same seed draws the same numbers in every run. */
export function chance(seed: number) {
  let state = seed;
  /** 0 to 1, without 1. */
  const draw = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(draw() * (to - from));
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: draw() }))
      .toSorted((one, other) => one.at - other.at)
      .map(({ item }) => item);
  return { draw, between, shuffled, oneOf: <T>(items: readonly T[]): T => items[between(0, items.length)]! };
}
export type Chance = ReturnType<typeof chance>;
