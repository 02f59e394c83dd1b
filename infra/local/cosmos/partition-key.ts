import type { IncomingHttpHeaders } from 'node:http';
import type { Container } from './containers.ts';
import { errors } from './errors.ts';
import { isObject, valueAt, type Json } from './json.ts';
import type { Store } from './store.ts';

/** A full key, one value a level, as JSON text. `{}` stands for "the document has no such property". */
export type PartitionKey = string;

const isLevel = (value: unknown): boolean =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (isObject(value) && Object.keys(value).length === 0);

function parseHeader(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A missing or shorter key would reach several partitions: the service fans out, this stand-in refuses. */
export function requiredKey(container: Container, headers: IncomingHttpHeaders): PartitionKey {
  const { paths } = container.definition.partitionKey;
  const text = headers['x-ms-documentdb-partitionkey'];
  if (typeof text !== 'string') throw errors.needsFullKey(paths);
  const values = parseHeader(text);
  if (!Array.isArray(values) || !values.every(isLevel)) throw errors.badRequest(`Partition key ${text} is invalid.`);
  if (values.length !== paths.length) throw errors.needsFullKey(paths);
  return JSON.stringify(values);
}

export function keyOfDocument(container: Container, document: Json): PartitionKey {
  const values = container.tables.partitionKey.map((path) => {
    const value = valueAt(document, path);
    return value === undefined ? {} : value;
  });
  return JSON.stringify(values);
}

/** Partitions are numbered so that an index entry carries a small number, not a UUID. */
export function partitionNumber(store: Store, container: Container, key: PartitionKey): number | undefined {
  const found = store
    .statement('SELECT number FROM partitions WHERE container = ? AND key = ?')
    .get(container.number, key);
  return found && Number(found['number']);
}

export function ensurePartition(store: Store, container: Container, key: PartitionKey): number {
  const known = partitionNumber(store, container, key);
  if (known !== undefined) return known;
  return Number(
    store.statement('INSERT INTO partitions (container, key) VALUES (?, ?)').run(container.number, key).lastInsertRowid,
  );
}
