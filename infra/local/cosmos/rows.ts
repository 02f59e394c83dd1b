import type { Container } from './containers.ts';
import { canonical, valueAt, type JsonObject } from './json.ts';
import { sortKey } from './sort-key.ts';
import type { Store } from './store.ts';

export interface Row {
  row: number;
  lsn: number;
  seconds: number;
  body: string;
}
export interface NewRow {
  partition: number;
  lsn: number;
  seconds: number;
  document: JsonObject;
  body: string;
}

/** Seconds since 1970 when the document ends, or null. A container without defaultTtl ignores `ttl`, as the service does. */
function expiryOf({ definition }: Container, { document, seconds }: NewRow): number | null {
  if (definition.defaultTtl === undefined) return null;
  const ttl = typeof document['ttl'] === 'number' ? document['ttl'] : definition.defaultTtl;
  return ttl === -1 ? null : seconds + ttl;
}

function columnValues(container: Container, it: NewRow): (string | number | null)[] {
  const { layout, uniqueKeys } = container.tables;
  return [
    it.lsn,
    it.seconds,
    expiryOf(container, it),
    it.body,
    ...layout.columns.map(({ segments }) => sortKey(valueAt(it.document, segments))),
    // A missing value counts as null in a unique key.
    ...uniqueKeys.map((paths) => canonical(paths.map((path) => valueAt(it.document, path) ?? null))),
  ];
}

/** For each indexed array, its elements' sort keys as one JSON text: SQLite takes it apart faster than many calls. */
function entriesOf({ tables }: Container, document: JsonObject): { path: number; keys: string }[] {
  return tables.layout.arrays.flatMap(({ segments }, path) => {
    const elements = valueAt(document, segments);
    return Array.isArray(elements) && elements.length > 0
      ? [{ path, keys: JSON.stringify([...new Set(elements.map(sortKey))]) }]
      : [];
  });
}

export function findRow(store: Store, { tables }: Container, partition: number, id: string): Row | undefined {
  const seconds = Math.floor(store.now() / 1000);
  return store.statement(tables.sql.find).get(partition, sortKey(id), seconds) as Row | undefined;
}

export function insertRow(store: Store, container: Container, row: number, it: NewRow): void {
  store.statement(container.tables.sql.insert).run(row, it.partition, ...columnValues(container, it));
  addEntries(store, container, row, it);
}

export function updateRow(store: Store, container: Container, { row, body }: Row, it: NewRow): void {
  store.statement(container.tables.sql.update).run(...columnValues(container, it), row);
  removeEntries(store, container, { row, body, partition: it.partition });
  addEntries(store, container, row, it);
}

export function deleteRow(
  store: Store,
  container: Container,
  it: { row: number; body: string; partition: number },
): void {
  store.statement(container.tables.sql.remove).run(it.row);
  removeEntries(store, container, it);
}

/** Nothing grows without a write, so each write takes the expired documents of its container away first. */
export function sweepExpired(store: Store, container: Container): void {
  if (container.definition.defaultTtl === undefined) return;
  const expired = store.statement(container.tables.sql.expired).all(Math.floor(store.now() / 1000));
  for (const found of expired) deleteRow(store, container, found as { row: number; body: string; partition: number });
}

function addEntries(store: Store, container: Container, row: number, { partition, document }: NewRow): void {
  const sql = `INSERT INTO ${container.tables.entries} (path, partition, value, row) SELECT ?, ?, value, ? FROM json_each(?)`;
  for (const { path, keys } of entriesOf(container, document)) store.statement(sql).run(path, partition, row, keys);
}

function removeEntries(
  store: Store,
  container: Container,
  { row, body, partition }: { row: number; body: string; partition: number },
): void {
  if (container.tables.layout.arrays.length === 0) return;
  const sql = `DELETE FROM ${container.tables.entries}
    WHERE path = ? AND partition = ? AND row = ? AND value IN (SELECT value FROM json_each(?))`;
  const document = JSON.parse(body) as JsonObject;
  for (const { path, keys } of entriesOf(container, document)) store.statement(sql).run(path, partition, row, keys);
}
