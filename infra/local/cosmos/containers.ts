import { checkResourceId, parseDefinition, type ContainerDefinition } from './container-definition.ts';
import { errors } from './errors.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { containerRid, databaseRid, etagOf } from './resource-ids.ts';
import { insertRow } from './rows.ts';
import type { Store } from './store.ts';
import { createTables, dropTables, tablesOf, type Tables } from './tables.ts';

export interface Database {
  number: number;
  id: string;
  body: string;
}
export interface Container {
  number: number;
  database: Database;
  definition: ContainerDefinition;
  /** The definition as the service shows it, with its system properties. */
  body: string;
  tables: Tables;
  /** The last change's log sequence number. It never goes back, so it also numbers the rows. */
  lsn: number;
}

const seconds = (store: Store): number => Math.floor(store.now() / 1000);

export function createDatabase(store: Store, given: Json | undefined): Database {
  if (!isObject(given)) throw errors.badRequest('The database is not an object.');
  const { id } = given;
  checkResourceId(id);
  if (store.statement('SELECT 1 FROM databases WHERE id = ?').get(id)) throw errors.conflict();
  return store.transaction(() => {
    const number = Number(store.statement("INSERT INTO databases (id, body) VALUES (?, '')").run(id).lastInsertRowid);
    const _rid = databaseRid(number);
    const _ts = seconds(store);
    const body = JSON.stringify({
      id,
      _rid,
      _self: `dbs/${_rid}/`,
      _etag: etagOf(number, _ts),
      _colls: 'colls/',
      _users: 'users/',
      _ts,
    });
    store.statement('UPDATE databases SET body = ? WHERE number = ?').run(body, number);
    return { number, id, body };
  });
}

export const allDatabases = (store: Store): Database[] =>
  store.statement('SELECT number, id, body FROM databases ORDER BY number').all() as unknown as Database[];

export function findDatabase(store: Store, id: string): Database {
  const found = store.statement('SELECT number, id, body FROM databases WHERE id = ?').get(id);
  if (!found) throw errors.notFound();
  return found as unknown as Database;
}

export function deleteDatabase(store: Store, database: Database): void {
  for (const container of allContainers(store, database)) deleteContainer(store, container);
  store.statement('DELETE FROM databases WHERE number = ?').run(database.number);
}

function bodyOf(store: Store, database: Database, number: number, definition: ContainerDefinition): string {
  const _rid = containerRid(database.number, number);
  const _ts = seconds(store);
  const system = {
    _rid,
    _self: `dbs/${databaseRid(database.number)}/colls/${_rid}/`,
    _etag: etagOf(number, _ts),
    _ts,
    _docs: 'docs/',
  };
  return JSON.stringify({ ...definition, ...system });
}

export function createContainer(store: Store, database: Database, given: Json | undefined): Container {
  const definition = parseDefinition(given);
  if (findStored(store, database, definition.id)) throw errors.conflict();
  store.transaction(() => {
    const insert = store.statement("INSERT INTO containers (database, id, body, lsn) VALUES (?, ?, '', 0)");
    const number = Number(insert.run(database.number, definition.id).lastInsertRowid);
    const body = bodyOf(store, database, number, definition);
    store.statement('UPDATE containers SET body = ? WHERE number = ?').run(body, number);
    createTables(store, tablesOf(number, definition));
  });
  return findContainer(store, database, definition.id);
}

interface StoredContainer {
  number: number;
  body: string;
  lsn: number;
}

const findStored = (store: Store, database: Database, id: string): StoredContainer | undefined =>
  store.statement('SELECT number, body, lsn FROM containers WHERE database = ? AND id = ?').get(database.number, id) as
    | StoredContainer
    | undefined;

function opened(database: Database, { number, body, lsn }: StoredContainer): Container {
  const definition = parseDefinition(JSON.parse(body) as Json);
  return { number, database, body, lsn, definition, tables: tablesOf(number, definition) };
}

export function findContainer(store: Store, database: Database, id: string): Container {
  const found = findStored(store, database, id);
  if (!found) throw errors.ownerNotFound();
  return opened(database, found);
}

export const allContainers = (store: Store, database: Database): Container[] =>
  (
    store
      .statement('SELECT number, body, lsn FROM containers WHERE database = ? ORDER BY number')
      .all(database.number) as unknown as StoredContainer[]
  ).map((found) => opened(database, found));

export function deleteContainer(store: Store, container: Container): void {
  store.transaction(() => {
    dropTables(store, container.tables);
    store.statement('DELETE FROM partitions WHERE container = ?').run(container.number);
    store.statement('DELETE FROM containers WHERE number = ?').run(container.number);
  });
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
  const body = bodyOf(store, container.database, container.number, definition);
  const next: Container = { ...container, definition, body, tables: tablesOf(container.number, definition) };
  store.transaction(() => {
    const rows = store
      .statement(`SELECT row, partition, lsn, seconds, body FROM ${container.tables.documents}`)
      .all() as unknown as WholeRow[];
    dropTables(store, container.tables);
    createTables(store, next.tables);
    for (const row of rows) insertRow(store, next, row.row, { ...row, document: JSON.parse(row.body) as JsonObject });
    store.statement('UPDATE containers SET body = ? WHERE number = ?').run(body, container.number);
  });
  return next;
}
