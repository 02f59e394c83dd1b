import { writeCharge, readCharge } from './charge.ts';
import { checkResourceId } from './container-definition.ts';
import type { Container } from './containers.ts';
import { errors } from './errors.ts';
import { isObject, parseDocument, type Json, type JsonObject } from './json.ts';
import { ensurePartition, keyOfDocument, partitionNumber, type PartitionKey } from './partition-key.ts';
import { applyPatch, parsePatch, patchApplies } from './patch.ts';
import { documentRid, etagOf } from './resource-ids.ts';
import { deleteRow, findRow, insertRow, sweepExpired, updateRow, type Row } from './rows.ts';
import type { Store } from './store.ts';
import { countAgain } from './tables.ts';

export const sizeLimit = 2 * 1024 * 1024;
const systemProperties = ['_rid', '_self', '_etag', '_attachments', '_ts', '_lsn'];

/** One partition of one container: everything below stays inside it. */
export interface Place {
  store: Store;
  container: Container;
  key: PartitionKey;
}
export interface Condition {
  ifMatch?: string | undefined;
  ifNoneMatch?: string | undefined;
}
export interface Outcome {
  status: number;
  charge: number;
  body?: string;
  etag?: string;
}

/** Has the number of changes passed a power of two, from 512 on? */
const hasDoubled = (before: number, after: number): boolean =>
  after >= 512 && Math.floor(Math.log2(before)) < Math.floor(Math.log2(after));

/** One transaction: what it answers is kept, and the log sequence number with it. */
export function writing<Result>(store: Store, container: Container, work: () => Result): Result {
  const before = container.lsn;
  try {
    return store.transaction(() => {
      sweepExpired(store, container);
      const result = work();
      store.statement('UPDATE containers SET lsn = ? WHERE number = ?').run(container.lsn, container.number);
      if (hasDoubled(before, container.lsn)) countAgain(store, container.tables);
      return result;
    });
  } catch (error) {
    container.lsn = before;
    throw error;
  }
}

function find({ store, container, key }: Place, id: string): Row | undefined {
  const partition = partitionNumber(store, container, key);
  return partition === undefined ? undefined : findRow(store, container, partition, id);
}

const etagIn = ({ lsn, seconds }: Row): string => etagOf(lsn, seconds);

function checkMatch({ ifMatch }: Condition, row: Row | undefined): void {
  if (ifMatch === undefined) return;
  if (!row || (ifMatch !== '*' && ifMatch !== etagIn(row))) throw errors.preconditionFailed();
}

function checkDocument(
  { container, key }: Place,
  document: Json | undefined,
): asserts document is JsonObject & { id: string } {
  if (!isObject(document)) throw errors.badRequest('The document is not a JSON object.');
  checkResourceId(document['id']);
  if (keyOfDocument(container, document) !== key) throw errors.keyMismatch();
  const { ttl } = document;
  const validTtl = ttl === undefined || ttl === null || (Number.isInteger(ttl) && (ttl === -1 || Number(ttl) > 0));
  if (!validTtl) throw errors.badRequest('The input ttl is invalid: it must be -1 or a positive number of seconds.');
}

const isUniqueKeyTaken = (error: unknown): boolean =>
  error instanceof Error && /UNIQUE constraint failed: .*\.unique\d/.test(error.message);

function put(
  { store, container, key }: Place,
  status: number,
  document: JsonObject & { id: string },
  previous?: Row,
): Outcome {
  container.lsn += 1;
  const lsn = container.lsn;
  const row = previous?.row ?? lsn;
  const seconds = store.seconds();
  const own = Object.fromEntries(Object.entries(document).filter(([name]) => !systemProperties.includes(name)));
  const _rid = documentRid(container.database.number, container.number, row);
  const etag = etagOf(lsn, seconds);
  const _self = `dbs/${container.database.id}/colls/${container.definition.id}/docs/${_rid}/`;
  const stored = { ...own, _rid, _self, _etag: etag, _attachments: 'attachments/', _ts: seconds };
  const body = JSON.stringify(stored);
  if (Buffer.byteLength(body) > sizeLimit) throw errors.tooLarge();

  const next = { partition: ensurePartition(store, container, key), lsn, seconds, document: stored, body };
  try {
    if (previous) updateRow(store, container, previous, next);
    else insertRow(store, container, row, next);
  } catch (error) {
    throw isUniqueKeyTaken(error) ? errors.uniqueKeyTaken() : error;
  }
  return { status, body, etag, charge: writeCharge(container, body.length) };
}

export function readDocument(place: Place, id: string, { ifNoneMatch }: Condition = {}): Outcome {
  const row = find(place, id);
  if (!row) throw errors.notFound();
  const etag = etagIn(row);
  const charge = readCharge(row.body.length);
  if (ifNoneMatch === etag || ifNoneMatch === '*') return { status: 304, etag, charge: 1 };
  return { status: 200, body: row.body, etag, charge };
}

export function createDocument(place: Place, document: Json | undefined): Outcome {
  checkDocument(place, document);
  if (find(place, document.id)) throw errors.conflict();
  return put(place, 201, document);
}

export function upsertDocument(place: Place, document: Json | undefined, condition: Condition = {}): Outcome {
  checkDocument(place, document);
  const row = find(place, document.id);
  checkMatch(condition, row);
  return put(place, row ? 200 : 201, document, row);
}

export function replaceDocument(
  place: Place,
  id: string,
  document: Json | undefined,
  condition: Condition = {},
): Outcome {
  checkDocument(place, document);
  if (document.id !== id) throw errors.badRequest('The id of a document cannot be changed.');
  const row = find(place, id);
  if (!row) throw errors.notFound();
  checkMatch(condition, row);
  return put(place, 200, document, row);
}

export function patchDocument(place: Place, id: string, given: Json | undefined, condition: Condition = {}): Outcome {
  const patch = parsePatch(given, place.container.definition.partitionKey.paths);
  const row = find(place, id);
  if (!row) throw errors.notFound();
  checkMatch(condition, row);
  const document = parseDocument(row.body);
  if (!patchApplies(patch, document)) throw errors.preconditionFailed();
  const changed = applyPatch(document, patch.operations);
  checkDocument(place, changed);
  return put(place, 200, changed, row);
}

export function deleteDocument(place: Place, id: string, condition: Condition = {}): Outcome {
  const { store, container, key } = place;
  const row = find(place, id);
  if (!row) throw errors.notFound();
  checkMatch(condition, row);
  container.lsn += 1;
  deleteRow(store, container, { ...row, partition: ensurePartition(store, container, key) });
  return { status: 204, charge: writeCharge(container, row.body.length) };
}
