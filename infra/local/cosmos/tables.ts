import { columnOf, layoutOf, type Layout } from './indexing.ts';
import type { ContainerDefinition } from './container-definition.ts';
import { pathSegments } from './json.ts';
import type { Store } from './store.ts';

/** A container's two tables and the statements on them, worked out once from its definition. */
export interface Tables {
  layout: Layout;
  /** The paths of the partition key, and of each unique key. */
  partitionKey: string[][];
  uniqueKeys: string[][][];
  /** The columns that hold sort keys and unique keys. */
  valueColumns: string[];
  documents: string;
  entries: string;
  sql: { find: string; insert: string; remove: string; expired: string };
}

export function tablesOf(container: number, definition: ContainerDefinition): Tables {
  const layout = layoutOf(definition.indexingPolicy);
  const uniqueKeys = (definition.uniqueKeyPolicy?.uniqueKeys ?? []).map(({ paths }) => paths.map(pathSegments));
  const documents = `documents_${container}`;
  const valueColumns = [...layout.columns.map(({ name }) => name), ...uniqueKeys.map((_, at) => `unique${at}`)];
  const all = ['row', 'partition', 'lsn', 'seconds', 'expires', 'body', ...valueColumns];
  return {
    layout,
    partitionKey: definition.partitionKey.paths.map(pathSegments),
    uniqueKeys,
    valueColumns,
    documents,
    entries: `entries_${container}`,
    sql: {
      find: `SELECT row, lsn, seconds, body FROM ${documents} WHERE partition = ? AND id = ? AND (expires IS NULL OR expires > ?)`,
      insert: `INSERT INTO ${documents} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`,
      remove: `DELETE FROM ${documents} WHERE row = ?`,
      expired: `SELECT row, partition, body FROM ${documents} WHERE expires <= ?`,
    },
  };
}

export function createTables(store: Store, { documents, entries, layout, uniqueKeys, valueColumns }: Tables): void {
  const columns = valueColumns.map((name) => `${name} TEXT NOT NULL`);
  store.run(`CREATE TABLE ${documents} (
    row INTEGER PRIMARY KEY, partition INTEGER NOT NULL, lsn INTEGER NOT NULL, seconds INTEGER NOT NULL, expires INTEGER,
    body TEXT NOT NULL, ${columns.join(', ')})`);
  // WITHOUT ROWID keeps an element's documents beside each other: ARRAY_CONTAINS reads one stretch of it.
  store.run(`CREATE TABLE ${entries} (
    path INTEGER NOT NULL, partition INTEGER NOT NULL, value TEXT NOT NULL, row INTEGER NOT NULL,
    PRIMARY KEY (path, partition, value, row)) WITHOUT ROWID`);

  const index = (name: string, on: string, { unique = false, where = '' } = {}) =>
    store.run(`CREATE ${unique ? 'UNIQUE' : ''} INDEX ${documents}_${name} ON ${documents} (${on}) ${where}`);
  index('id', 'partition, id', { unique: true });
  index('feed', 'lsn', { unique: true });
  index('partition_feed', 'partition, lsn');
  index('partition_row', 'partition, row');
  index('expires', 'expires', { where: 'WHERE expires IS NOT NULL' });
  for (const { name } of layout.columns.filter(({ path }) => path !== '/id')) index(name, `partition, ${name}`);
  layout.composites.forEach((parts, at) => index(`composite${at}`, `partition, ${compositeColumns(layout, parts)}`));
  uniqueKeys.forEach((_, at) => index(`unique${at}`, `partition, unique${at}`, { unique: true }));
}

const compositeColumns = (layout: Layout, parts: Layout['composites'][number]): string =>
  parts.map(({ path, descending }) => `${columnOf(layout, path)}${descending ? ' DESC' : ''}`).join(', ');

export function dropTables(store: Store, { documents, entries }: Tables): void {
  store.run(`DROP TABLE ${documents}`);
  store.run(`DROP TABLE ${entries}`);
}

/** SQLite chooses its index by counts it took earlier; without any it walks a whole partition to find one row. */
export function countAgain(store: Store, { documents, entries }: Tables): void {
  store.run(`ANALYZE ${documents}; ANALYZE ${entries};`);
}
