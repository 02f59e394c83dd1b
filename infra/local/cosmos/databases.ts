import { checkResourceId } from './container-definition.ts';
import { errors } from './errors.ts';
import { isObject, type Json } from './json.ts';
import { databaseRid, etagOf } from './resource-ids.ts';
import type { Store } from './store.ts';

export interface Database {
  number: number;
  id: string;
  /** When it was made. */
  seconds: number;
}

export function createDatabase(store: Store, given: Json | undefined): Database {
  if (!isObject(given)) throw errors.badRequest('The database is not an object.');
  const { id } = given;
  checkResourceId(id);
  if (store.statement('SELECT 1 FROM databases WHERE id = ?').get(id)) throw errors.conflict();
  store.statement('INSERT INTO databases (id, seconds) VALUES (?, ?)').run(id, store.seconds());
  return findDatabase(store, id);
}

export const allDatabases = (store: Store): Database[] =>
  store.statement('SELECT number, id, seconds FROM databases ORDER BY number').all() as unknown as Database[];

export function findDatabase(store: Store, id: string): Database {
  const found = store.statement('SELECT number, id, seconds FROM databases WHERE id = ?').get(id);
  if (!found) throw errors.notFound();
  return found as unknown as Database;
}

/** As the service shows it, with its system properties. */
export function describeDatabase({ number, id, seconds }: Database): { body: string; etag: string } {
  const rid = databaseRid(number);
  const etag = etagOf(number, seconds);
  const system = { _rid: rid, _self: `dbs/${rid}/`, _etag: etag, _colls: 'colls/', _users: 'users/', _ts: seconds };
  return { etag, body: JSON.stringify({ id, ...system }) };
}
