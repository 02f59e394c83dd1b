import type { Container } from './containers.ts';
import { valueAt, type JsonObject } from './json.ts';
import { sortKey } from './sort-key.ts';
import type { Store } from './store.ts';

/** The sort keys of one indexed array's elements, as one JSON text: SQLite takes it apart faster than many calls. */
interface Entries {
  path: number;
  keys: string;
}
/** The row the entries lead to. */
interface Owner {
  row: number;
  partition: number;
}

function entriesOf({ tables }: Container, document: JsonObject): Entries[] {
  return tables.layout.arrays.flatMap(({ segments }, path) => {
    const elements = valueAt(document, segments);
    if (!Array.isArray(elements) || elements.length === 0) return [];
    return [{ path, keys: JSON.stringify([...new Set(elements.map(sortKey))]) }];
  });
}

const beyond = (all: readonly Entries[], others: readonly Entries[]): Entries[] =>
  all.filter(({ path, keys }) => !others.some((other) => other.path === path && other.keys === keys));

/** Brings the entries from one version of a document to the next; an array that did not change is left alone. */
export function moveEntries(
  store: Store,
  container: Container,
  { row, partition }: Owner,
  { before = {}, after = {} }: { before?: JsonObject; after?: JsonObject },
): void {
  const { layout, entries } = container.tables;
  if (layout.arrays.length === 0) return;
  const [old, fresh] = [entriesOf(container, before), entriesOf(container, after)];
  const remove = `DELETE FROM ${entries} WHERE path = ? AND partition = ? AND row = ? AND value IN (SELECT value FROM json_each(?))`;
  for (const { path, keys } of beyond(old, fresh)) store.statement(remove).run(path, partition, row, keys);
  const insert = `INSERT INTO ${entries} (path, partition, row, value) SELECT ?, ?, ?, value FROM json_each(?)`;
  for (const { path, keys } of beyond(fresh, old)) store.statement(insert).run(path, partition, row, keys);
}
