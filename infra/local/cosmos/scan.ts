import type { Container } from './containers.ts';
import type { Continuation } from './continuation.ts';
import type { OrderColumn } from './order.ts';
import type { Narrowing, Sets } from './sql/narrowing.ts';
import type { Store } from './store.ts';

export interface Scan {
  store: Store;
  container: Container;
  partition: number;
  narrowing: Narrowing;
  /** The same by sets of rows, where those have `most` rows at most. */
  bySets: (sets: Pick<Sets, 'most' | 'walked'>) => Narrowing;
  /** What it says of the order's first column: where the walk begins and ends. */
  inOrder: Narrowing;
  /** Ends with the row number; empty when the order does not matter. */
  order: OrderColumn[];
  after?: Pick<Continuation, 'after' | 'row' | 'done'>;
}
export interface ScannedRow {
  row: number;
  body: string;
  /** This row's sort keys in the order asked for: its place. */
  keys: string[];
}

interface Condition {
  sql: string;
  values: (string | number)[];
}

function conditionOf({ store, container, partition, narrowing }: Scan): Condition {
  const sql = `partition = ? AND ${narrowing.sql}`;
  const values = [partition, ...narrowing.values];
  // Asked only where it can matter: an index alone then answers a count.
  if (container.definition.defaultTtl === undefined) return { sql, values };
  return { sql: `${sql} AND (expires IS NULL OR expires > ?)`, values: [...values, store.seconds()] };
}

/**
 * Where a place lies in an order of several columns is not one condition an index can serve. So it becomes one
 * stretch for each column, nearest first: equal in all columns before it and beyond the place in this one.
 */
function stretches({ order, after }: Scan): Condition[] {
  if (!after) return [{ sql: 'TRUE', values: [] }];
  const place = [...after.after, after.row];
  const beyond = order.map(({ column, descending }, at) => {
    const isLast = at === order.length - 1;
    // A row with results left is read again.
    const operator = `${descending ? '<' : '>'}${isLast && after.done > 0 ? '=' : ''}`;
    const equal = order
      .slice(0, at)
      .map((before) => `${before.column} = ? AND `)
      .join('');
    return { sql: `${equal}${column} ${operator} ?`, values: place.slice(0, at + 1) };
  });
  return beyond.toReversed();
}

const columnsOf = ({ order }: Scan): string[] => order.slice(0, -1).map(({ column }) => column);

const orderOf = ({ order }: Scan): string =>
  order.length === 0
    ? ''
    : `ORDER BY ${order.map(({ column, descending }) => `${column}${descending ? ' DESC' : ''}`).join(', ')}`;

type Row = Record<string, unknown>;
const scanned = (it: Row, columns: string[]): ScannedRow => ({
  row: Number(it['row']),
  body: String(it['body']),
  keys: columns.map((column) => String(it[column])),
});

function* matching(from: Scan): Iterable<ScannedRow> {
  const { store, container } = from;
  const condition = conditionOf(from);
  const columns = columnsOf(from);
  const selected = ['row', 'body', ...columns].join(', ');
  for (const stretch of stretches(from)) {
    const found = store
      .statement(
        `SELECT ${selected} FROM ${container.tables.documents} WHERE ${stretch.sql} AND ${condition.sql} ${orderOf(from)}`,
      )
      .iterate(...stretch.values, ...condition.values);
    for (const it of found) yield scanned(it, columns);
  }
}

/** Is there anything to look at beside the order itself? */
const isFiltered = ({ order, narrowing }: Scan): boolean =>
  order.length >= 2 && [...columnsAsked(narrowing)].some((column) => column !== order[0]?.column);

const columnsAsked = ({ sql }: Narrowing): Set<string> => new Set(sql.match(/\b(key\d+|id|row)\b/g));

// So many are fetched and sorted in half a millisecond.
const few = 200;

/** Fetches all that fit and sorts them. */
function* gathered(from: Scan): Iterable<ScannedRow> {
  const { store, container } = from;
  const condition = conditionOf(from);
  const columns = columnsOf(from);
  const beyond = stretches(from);
  const places = beyond.map(({ sql }) => `(${sql})`).join(' OR ');
  // The plus signs the other way round: the sets lead, no index of the partition.
  const found = store
    .statement(
      `SELECT ${['row', 'body', ...columns].join(', ')} FROM ${container.tables.documents}
       WHERE +${condition.sql.replaceAll('+row IN', 'row IN')} AND (${places}) ${orderOf(from)}`,
    )
    .iterate(...condition.values, ...beyond.flatMap(({ values }) => values));
  for (const it of found) yield scanned(it, columns);
}

// Two milliseconds of walking; where one row in sixteen fits, a page of fifty is full by then.
const tried = 800;

/** The first rows of the order, looked at one by one. Returns the place it came to, or undefined at the end. */
function* firstInOrder(from: Scan): Generator<ScannedRow, Scan['after']> {
  const { store, container, partition, inOrder } = from;
  const condition = conditionOf(from);
  const columns = columnsOf(from);
  let left = tried;
  for (const stretch of stretches(from)) {
    const selected = ['row', `CASE WHEN ${condition.sql} THEN body END AS body`, ...columns].join(', ');
    const found = store
      .statement(
        `SELECT ${selected} FROM ${container.tables.documents} WHERE partition = ? AND ${inOrder.sql} AND ${stretch.sql} ${orderOf(from)} LIMIT ${tried}`,
      )
      .iterate(...condition.values, partition, ...inOrder.values, ...stretch.values);
    for (const it of found) {
      const row = scanned(it, columns);
      if (it['body'] !== null) yield row;
      left -= 1;
      if (left === 0) return { after: row.keys, row: row.row, done: 0 };
    }
  }
  return undefined;
}

/**
 * A filter beside an order can be met in three ways, and only counting tells which is short: the few that fit are
 * fetched and sorted; many fit, and the first of the order fill the page; else the index of the order is walked and
 * asked of each row, before it is fetched, whether it is among the sets that fit.
 */
function* rows(from: Scan): Iterable<ScannedRow> {
  if (!isFiltered(from)) return yield* matching(from);
  const fits = from.bySets({ most: few });
  if (isCounted(fits)) return yield* gathered({ ...from, narrowing: fits });

  const after = yield* firstInOrder(from);
  if (after) yield* matching({ ...from, after, narrowing: walkedBySets(from) });
}

// Reading a set of this size from its index takes about three milliseconds: as long as fetching a thousand documents.
const many = 25_000;

/** Where no moderate set narrows it down, a walk of the whole order is still dearer than a large one. */
function walkedBySets({ bySets, order }: Scan): Narrowing {
  const walked = order[0]?.column;
  const moderate = bySets({ most: many, walked });
  return isCounted(moderate) ? moderate : bySets({ most: 4 * many, walked });
}

/** Is there a set that bounds it? */
const isCounted = ({ atMost = Infinity }: Narrowing): boolean => atMost < Infinity;

// More than these are found sooner by walking the partition from its first row to its last.
const scattered = 10_000;

/** Columns, or what is made of them, of all that fit, in no order. */
function columns(from: Scan, selected: readonly string[]): Iterable<unknown[]> {
  const fits = from.bySets({ most: scattered });
  const isFew = isCounted(fits);
  const { sql, values } = conditionOf(isFew ? { ...from, narrowing: fits } : from);
  const where = isFew ? `+${sql.replaceAll('+row IN', 'row IN')}` : sql.replaceAll(/\b(key\d+|id)\b/g, '+$1');
  const select = `SELECT ${selected.join(', ')} FROM ${from.container.tables.documents} WHERE ${where}`;
  const statement = from.store.statement(select);
  // Twice as quick as objects.
  statement.setReturnArrays(true);
  return statement.iterate(...values) as Iterable<unknown[]>;
}

/** To `most`, without fetching a document where sets of rows answer. */
function count(from: Scan, most = Number.MAX_SAFE_INTEGER): number {
  const sets = columnsAsked(from.narrowing).size > 1 ? from.bySets({ most: many }) : from.narrowing;
  const condition = conditionOf({ ...from, narrowing: isCounted(sets) ? sets : from.narrowing });
  const found = `SELECT 1 FROM ${from.container.tables.documents} WHERE ${condition.sql} LIMIT ?`;
  const counted = from.store.statement(`SELECT count(*) AS total FROM (${found})`).get(...condition.values, most);
  return Number(counted?.['total']);
}

/** Reads one partition; a row of another partition is not reachable from here. */
export const scan = { rows, columns, count };
