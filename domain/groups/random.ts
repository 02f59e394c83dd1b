/** Numbers from 0 up to 1 that come again in the same order from the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many different places out of `count`, rising; all of them when there are no more. */
export function sampleOf(count: number, most: number, random: () => number): number[] {
  const places: number[] = [];
  for (let at = 0; at < count && places.length < most; at += 1) {
    if (random() * (count - at) < most - places.length) places.push(at);
  }
  return places;
}
