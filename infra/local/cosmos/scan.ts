import type { Container } from './containers.ts';
import type { Continuation } from './continuation.ts';
import type { OrderColumn } from './order.ts';
import type { Narrowing } from './sql/narrow.ts';
import type { Store } from './store.ts';

export interface Scan {
  store: Store;
  container: Container;
  partition: number;
  narrowing: Narrowing;
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

// Gathering and sorting more rows than this costs more than walking the order until a page is full.
const many = 4000;

/**
 * For an OR SQLite gathers the rows of each side and sorts them all, however many there are. When there are many, the
 * indexes are taken from it (by a plus sign), except those of the order itself.
 */
function inOrder(from: Scan): Scan {
  const { store, container, order, narrowing } = from;
  if (order.length < 2 || !narrowing.sql.includes(' OR ')) return from;
  const { sql, values } = conditionOf(from);
  const last = `SELECT row FROM ${container.tables.documents} WHERE ${sql} LIMIT 1 OFFSET ${many - 1}`;
  if (!store.statement(last).get(...values)) return from;

  const kept = new Set(order.map(({ column }) => column));
  const walked = narrowing.sql.replace(/\bkey\d+\b/g, (column) => (kept.has(column) ? column : `+${column}`));
  return { ...from, narrowing: { ...narrowing, sql: walked } };
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

function* matching(asked: Scan): Iterable<ScannedRow> {
  const from = inOrder(asked);
  const { store, container } = from;
  const condition = conditionOf(from);
  const columns = columnsOf(from);
  for (const stretch of stretches(from)) {
    const found = store
      .statement(
        `SELECT ${['row', 'body', ...columns].join(', ')} FROM ${container.tables.documents} WHERE ${condition.sql} AND ${stretch.sql} ${orderOf(from)}`,
      )
      .iterate(...condition.values, ...stretch.values);
    for (const it of found) yield scanned(it, columns);
  }
}

// A few milliseconds of walking; where one row in eighty fits, a page of fifty is full by then.
const tried = 4000;

/** Stretches of several columns: how many rows lie in all of them is unknown, and SQLite takes one stretch and sorts it. */
const isLoose = ({ order, narrowing }: Scan): boolean =>
  order.length >= 2 && new Set(narrowing.sql.match(/\bkey\d+(?= [<>])/g)).size >= 2;

/** The first rows of the order, looked at one by one. */
function* firstInOrder(from: Scan): Iterable<ScannedRow> {
  const { store, container, partition } = from;
  const condition = conditionOf(from);
  const columns = columnsOf(from);
  let left = tried;
  for (const stretch of stretches(from)) {
    const selected = ['row', `CASE WHEN ${condition.sql} THEN body END AS body`, ...columns].join(', ');
    const found = store
      .statement(
        `SELECT ${selected} FROM ${container.tables.documents} WHERE partition = ? AND ${stretch.sql} ${orderOf(from)} LIMIT ${tried}`,
      )
      .iterate(...condition.values, partition, ...stretch.values);
    for (const it of found) {
      if (it['body'] !== null) yield scanned(it, columns);
      left -= 1;
      if (left === 0) return;
    }
  }
}

function* rows(asked: Scan): Iterable<ScannedRow> {
  const seen = new Set<number>();
  for (const it of isLoose(asked) ? firstInOrder(asked) : []) {
    seen.add(it.row);
    yield it;
  }
  for (const it of matching(asked)) if (!seen.has(it.row)) yield it;
}

function count(from: Scan): number {
  const condition = conditionOf(from);
  const sql = `SELECT count(*) AS total FROM ${from.container.tables.documents} WHERE ${condition.sql}`;
  return Number(from.store.statement(sql).get(...condition.values)?.['total']);
}

/** Reads one partition; a row of another partition is not reachable from here. */
export const scan = { rows, count };
