/** Below this a sort is as fast. */
const few = 5000;
const buckets = 16_384;

/**
 * The values that would stand at these places, given from the lowest up, if the column were sorted. They are counted into
 * buckets instead, and only the buckets of those places are looked into: the time grows with the length alone. No value
 * is NaN.
 */
export function atRanks(column: Float64Array, ranks: readonly number[]): number[] {
  if (column.length <= few) {
    const sorted = column.slice().sort();
    return ranks.map((rank) => sorted[rank]!);
  }
  const [least, most] = endsOf(column);
  if (least === most) return ranks.map(() => least);

  // Buckets rise with the values, whatever is rounded.
  const scale = (buckets - 1) / (most - least);
  const counts = new Uint32Array(buckets);
  for (let at = 0; at < column.length; at += 1) counts[((column[at]! - least) * scale) | 0]! += 1;

  const found = ranks.map((rank) => bucketOf(counts, rank));
  const wanted = Map.groupBy(found, ({ bucket }) => bucket);
  const inside = valuesIn(column, { least, scale, counts }, [...wanted.keys()]);
  return [...wanted].flatMap(([bucket, those]) =>
    atRanks(
      inside.get(bucket)!,
      those.map(({ place }) => place),
    ),
  );
}

/** The same of days or counts: each number has a bucket of its own, if they are not too far apart. */
export function wholeAtRanks(column: Int32Array, ranks: readonly number[]): number[] {
  const [least, most] = wholeEndsOf(column);
  if (most - least >= buckets) return atRanks(new Float64Array(column), ranks);
  const counts = new Uint32Array(most - least + 1);
  for (let at = 0; at < column.length; at += 1) counts[column[at]! - least]! += 1;
  return ranks.map((rank) => least + bucketOf(counts, rank).bucket);
}

function endsOf(column: Float64Array): [number, number] {
  let [least, most] = [column[0]!, column[0]!];
  for (let at = 1; at < column.length; at += 1) {
    const value = column[at]!;
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  return [least, most];
}

/** A function of its own: a loop over two kinds of arrays takes twice as long. */
function wholeEndsOf(column: Int32Array): [number, number] {
  let [least, most] = [column[0]!, column[0]!];
  for (let at = 1; at < column.length; at += 1) {
    const value = column[at]!;
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  return [least, most];
}

/** Where the value of that rank is, and its place among those beside it. */
function bucketOf(counts: Uint32Array, rank: number): { bucket: number; place: number } {
  let bucket = 0;
  let place = rank;
  while (place >= counts[bucket]!) {
    place -= counts[bucket]!;
    bucket += 1;
  }
  return { bucket, place };
}

type Counted = { least: number; scale: number; counts: Uint32Array };

function valuesIn(column: Float64Array, { least, scale, counts }: Counted, wanted: readonly number[]) {
  const next = new Int32Array(buckets).fill(-1);
  let total = 0;
  for (const bucket of wanted) {
    next[bucket] = total;
    total += counts[bucket]!;
  }
  const values = new Float64Array(total);
  for (let at = 0; at < column.length; at += 1) {
    const value = column[at]!;
    const bucket = ((value - least) * scale) | 0;
    const to = next[bucket]!;
    if (to < 0) continue;
    values[to] = value;
    next[bucket] = to + 1;
  }
  return new Map(wanted.map((bucket) => [bucket, values.subarray(next[bucket]! - counts[bucket]!, next[bucket])]));
}
