/**
 * A condition on the columns of sort keys. It lets through every row the WHERE clause accepts;
 * `isExact` says that it lets through no other, so the rows need not be looked at again.
 */
export interface Narrowing {
  sql: string;
  values: (string | number)[];
  isExact: boolean;
  /** The one column it is about, while others on the same column may still be joined to it. */
  column?: string;
  /** Ends of a stretch that nothing has closed yet: there the values of other types begin. */
  open?: { end: 'low' | 'high'; type: string; sql: string; value: string }[];
  /** No more rows than this fit, where they were counted. */
  atMost?: number;
}

/**
 * Rows as sets: a condition on a column becomes "is among the rows this stretch of its index names", so that no document
 * is fetched to find that it does not fit. Only where the stretch has `most` rows at most, for each is read.
 */
export interface Sets {
  most: number;
  /** The index on this column is the one that is walked: conditions on it stay as they are. */
  walked?: string | undefined;
  documents: string;
  /** How many rows a SELECT gives, counted to `most`. */
  count: (select: string, values: (string | number)[], most: number) => number;
}

export const everything: Narrowing = { sql: 'TRUE', values: [], isExact: true };
export const unknown: Narrowing = { sql: 'TRUE', values: [], isExact: false };
export const nothing: Narrowing = { sql: 'FALSE', values: [], isExact: true };
export const always = (holds: boolean): Narrowing => (holds ? everything : nothing);
export const exactly = (sql: string, ...values: (string | number)[]): Narrowing => ({ sql, values, isExact: true });

export const both = (a: Narrowing, b: Narrowing): Narrowing => ({
  sql: `${a.sql} AND ${b.sql}`,
  values: [...a.values, ...b.values],
  isExact: a.isExact && b.isExact,
  atMost: Math.min(a.atMost ?? Infinity, b.atMost ?? Infinity),
});

/** One side that always holds decides; one that says nothing leaves the whole saying nothing. */
export function either(a: Narrowing, b: Narrowing): Narrowing {
  const sides = [a, b];
  if (sides.some(({ sql, isExact }) => sql === everything.sql && isExact)) return everything;
  if (sides.some(({ sql }) => sql === unknown.sql)) return unknown;
  if (a.sql === nothing.sql) return b;
  if (b.sql === nothing.sql) return a;
  const atMost = (a.atMost ?? Infinity) + (b.atMost ?? Infinity);
  return { ...both(a, b), sql: `((${a.sql}) OR (${b.sql}))`, atMost };
}

/** SQLite reads an index from one lower to one upper bound: it must not be given the end of the type for one of them. */
export function stretch(column: string, parts: Narrowing[]): Narrowing {
  const open = parts.flatMap((part) => part.open ?? []);
  const isClosed = new Set(open.map(({ end }) => end)).size === 2 && new Set(open.map(({ type }) => type)).size === 1;
  return { ...parts.reduce(both), column, ...(!isClosed && { open }) };
}

/** With nothing more to be joined to it: as a set, or kept from leading SQLite away from the walked index. */
export function settled(
  { column, open = [], ...loose }: Narrowing,
  { sets, partition }: { sets?: Sets; partition: number },
): Narrowing {
  const narrowing = [loose, ...open.map(({ sql, value }) => exactly(sql, value))].reduce(both);
  if (column === undefined || !sets || column === sets.walked) return narrowing;
  const { sql, values, isExact } = narrowing;
  const set = setOf(`SELECT row FROM ${sets.documents} WHERE partition = ? AND ${sql}`, [partition, ...values], sets);
  if (set.atMost > sets.most) return { sql: sql.replaceAll(column, `+${column}`), values, isExact };
  return { ...set, isExact };
}

/** The plus sign keeps SQLite from reading the rows of the set one by one instead of the walked index. */
export function setOf(select: string, values: (string | number)[], { count, most }: Sets) {
  const size = count(select, values, most + 1);
  return { ...exactly(`+row IN (${select})`, ...values), atMost: size > most ? Infinity : size };
}
