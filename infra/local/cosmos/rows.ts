import type { Container } from './containers.ts';
import { moveEntries } from './entries.ts';
import { canonical, parseDocument, valueAt, type JsonObject } from './json.ts';
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

/** What stands in the columns of sort keys and unique keys, in the order of `tables.valueColumns`. */
function valuesOf({ tables: { layout, uniqueKeys } }: Container, document: JsonObject): string[] {
  return [
    ...layout.columns.map(({ segments }) => sortKey(valueAt(document, segments))),
    // A missing value counts as null in a unique key.
    ...uniqueKeys.map((paths) => canonical(paths.map((path) => valueAt(document, path) ?? null))),
  ];
}

export function findRow(store: Store, { tables }: Container, partition: number, id: string): Row | undefined {
  return store.statement(tables.sql.find).get(partition, sortKey(id), store.seconds()) as Row | undefined;
}

export function insertRow(store: Store, container: Container, row: number, it: NewRow): void {
  store
    .statement(container.tables.sql.insert)
    .run(row, it.partition, it.lsn, it.seconds, expiryOf(container, it), it.body, ...valuesOf(container, it.document));
  moveEntries(store, container, { row, partition: it.partition }, { after: it.document });
}

/** Writes only the columns that changed: each one written moves an index page somewhere else in the file. */
export function updateRow(store: Store, container: Container, { row, body }: Row, it: NewRow): void {
  const before = parseDocument(body);
  const old = valuesOf(container, before);
  const changed = valuesOf(container, it.document)
    .map((value, at) => ({ value, column: container.tables.valueColumns[at], isNew: value !== old[at] }))
    .filter(({ isNew }) => isNew);
  const columns = ['lsn', 'seconds', 'expires', 'body', ...changed.map(({ column }) => column)];
  store
    .statement(
      `UPDATE ${container.tables.documents} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE row = ?`,
    )
    .run(it.lsn, it.seconds, expiryOf(container, it), it.body, ...changed.map(({ value }) => value), row);
  moveEntries(store, container, { row, partition: it.partition }, { before, after: it.document });
}

export function deleteRow(
  store: Store,
  container: Container,
  { row, partition, body }: { row: number; partition: number; body: string },
): void {
  store.statement(container.tables.sql.remove).run(row);
  moveEntries(store, container, { row, partition }, { before: parseDocument(body) });
}

/** Nothing grows without a write, so each write takes the expired documents of its container away first. */
export function sweepExpired(store: Store, container: Container): void {
  if (container.definition.defaultTtl === undefined) return;
  const expired = store.statement(container.tables.sql.expired).all(store.seconds());
  for (const found of expired) deleteRow(store, container, found as { row: number; body: string; partition: number });
}
