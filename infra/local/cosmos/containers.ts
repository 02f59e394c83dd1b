import { parseDefinition, type ContainerDefinition } from './container-definition.ts';
import type { Database } from './databases.ts';
import { errors } from './errors.ts';
import { parseDocument, parseJson, type Json } from './json.ts';
import { containerRid, databaseRid, etagOf } from './resource-ids.ts';
import { insertRow } from './rows.ts';
import type { Store } from './store.ts';
import { createTables, dropTables, tablesOf, type Tables } from './tables.ts';

export interface Container {
  number: number;
  database: Database;
  definition: ContainerDefinition;
  rid: string;
  /** When its definition last changed. */
  seconds: number;
  tables: Tables;
  /** The last change's log sequence number. It never goes back, so it also numbers the rows. */
  lsn: number;
}

interface Stored {
  number: number;
  definition: string;
  seconds: number;
  lsn: number;
}

function opened(database: Database, { number, definition: text, seconds, lsn }: Stored): Container {
  const definition = parseDefinition(parseJson(text));
  const rid = containerRid(database.number, number);
  return { number, database, definition, rid, seconds, tables: tablesOf(number, definition), lsn };
}

const findStored = (store: Store, database: Database, id: string): Stored | undefined =>
  store
    .statement('SELECT number, definition, seconds, lsn FROM containers WHERE database = ? AND id = ?')
    .get(database.number, id) as Stored | undefined;

export function findContainer(store: Store, database: Database, id: string): Container {
  const found = findStored(store, database, id);
  if (!found) throw errors.ownerNotFound();
  return opened(database, found);
}

export function allContainers(store: Store, database: Database): Container[] {
  const found = store
    .statement('SELECT number, definition, seconds, lsn FROM containers WHERE database = ? ORDER BY number')
    .all(database.number) as unknown as Stored[];
  return found.map((it) => opened(database, it));
}

/** As the service shows it, with its system properties. */
export function describeContainer({ number, database, definition, rid, seconds }: Container): {
  body: string;
  etag: string;
} {
  const etag = etagOf(number, seconds);
  const _self = `dbs/${databaseRid(database.number)}/colls/${rid}/`;
  return { etag, body: JSON.stringify({ ...definition, _rid: rid, _self, _etag: etag, _docs: 'docs/', _ts: seconds }) };
}

export function createContainer(store: Store, database: Database, given: Json | undefined): Container {
  const definition = parseDefinition(given);
  if (findStored(store, database, definition.id)) throw errors.conflict();
  return store.transaction(() => {
    store
      .statement('INSERT INTO containers (database, id, definition, seconds, lsn) VALUES (?, ?, ?, ?, 0)')
      .run(database.number, definition.id, JSON.stringify(definition), store.seconds());
    const made = findContainer(store, database, definition.id);
    createTables(store, made.tables);
    return made;
  });
}

export function deleteContainer(store: Store, container: Container): void {
  store.transaction(() => {
    dropTables(store, container.tables);
    store.statement('DELETE FROM partitions WHERE container = ?').run(container.number);
    store.statement('DELETE FROM containers WHERE number = ?').run(container.number);
  });
}

export function deleteDatabase(store: Store, database: Database): void {
  for (const container of allContainers(store, database)) deleteContainer(store, container);
  store.statement('DELETE FROM databases WHERE number = ?').run(database.number);
}

interface WholeRow {
  row: number;
  partition: number;
  lsn: number;
  seconds: number;
  body: string;
}

/** A new indexing policy or TTL changes what stands in the columns, so all rows are written again. */
export function replaceContainer(store: Store, container: Container, given: Json | undefined): Container {
  const definition = parseDefinition(given);
  const fixed = ({ id, partitionKey, uniqueKeyPolicy }: ContainerDefinition) =>
    JSON.stringify([id, partitionKey.paths, uniqueKeyPolicy]);
  if (fixed(definition) !== fixed(container.definition)) {
    throw errors.badRequest("A container's id, partition key and unique keys cannot be changed.");
  }

  return store.transaction(() => {
    store
      .statement('UPDATE containers SET definition = ?, seconds = ? WHERE number = ?')
      .run(JSON.stringify(definition), store.seconds(), container.number);
    const next = findContainer(store, container.database, definition.id);
    const rows = store
      .statement(`SELECT row, partition, lsn, seconds, body FROM ${container.tables.documents}`)
      .all() as unknown as WholeRow[];
    dropTables(store, container.tables);
    createTables(store, next.tables);
    for (const row of rows) insertRow(store, next, row.row, { ...row, document: parseDocument(row.body) });
    return next;
  });
}
