import type { IncomingHttpHeaders } from 'node:http';
import { runBatch } from './batch.ts';
import type { Catalog } from './catalog.ts';
import { readChangeFeed } from './change-feed.ts';
import * as containers from './containers.ts';
import type { Container } from './containers.ts';
import * as documents from './documents.ts';
import type { Condition, Outcome, Place } from './documents.ts';
import { errors } from './errors.ts';
import type { Json } from './json.ts';
import { requiredKey } from './partition-key.ts';
import { parseQueryBody, runQuery } from './query.ts';
import { planOf } from './sql/query-plan.ts';
import type { Store } from './store.ts';

/** One request, its path already taken apart: `dbs/:database/colls/:container/docs/:document`. */
export interface Call {
  store: Store;
  catalog: Catalog;
  endpoint: string;
  segments: readonly string[];
  headers: IncomingHttpHeaders;
  text: string;
}
export interface Reply {
  status: number;
  body?: string;
  etag?: string;
  charge?: number;
  headers?: Record<string, string>;
}

const [databaseAt, containerAt, documentAt] = [1, 3, 5];

const databaseOf = ({ store, segments }: Call) => containers.findDatabase(store, segments[databaseAt] ?? '');
const containerOf = ({ catalog, segments }: Call): Container =>
  catalog.container(segments[databaseAt] ?? '', segments[containerAt] ?? '');
const documentIdOf = ({ segments }: Call): string => segments[documentAt] ?? '';

function bodyOf({ text }: Call): Json | undefined {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw errors.badRequest('The body is not JSON.');
  }
}

const etagIn = (body: string): string => (JSON.parse(body) as { _etag: string })._etag;
const described = (status: number, { body }: { body: string }): Reply => ({ status, body, etag: etagIn(body) });

export const account = ({ endpoint }: Call): Reply => {
  const locations = [{ name: 'Local', databaseAccountEndpoint: endpoint }];
  // Named `localhost` the SDK would ask for the account twice more before every operation.
  const id = 'starone-local';
  return {
    status: 200,
    body: JSON.stringify({
      id,
      _rid: id,
      writableLocations: locations,
      readableLocations: locations,
      enableMultipleWriteLocations: false,
      userConsistencyPolicy: { defaultConsistencyLevel: 'Session' },
    }),
  };
};

const listed = (name: string, bodies: string[]): Reply => ({
  status: 200,
  body: `{"_rid":"","${name}":[${bodies.join(',')}],"_count":${bodies.length}}`,
});

export const listDatabases = ({ store }: Call): Reply =>
  listed(
    'Databases',
    containers.allDatabases(store).map(({ body }) => body),
  );
export const createDatabase = (call: Call): Reply =>
  described(201, containers.createDatabase(call.store, bodyOf(call)));
export const readDatabase = (call: Call): Reply => described(200, databaseOf(call));
export function deleteDatabase(call: Call): Reply {
  containers.deleteDatabase(call.store, databaseOf(call));
  call.catalog.forget();
  return { status: 204 };
}

export const listContainers = (call: Call): Reply =>
  listed(
    'DocumentCollections',
    containers.allContainers(call.store, databaseOf(call)).map(({ body }) => body),
  );
export const createContainer = (call: Call): Reply =>
  described(201, containers.createContainer(call.store, databaseOf(call), bodyOf(call)));
export const readContainer = (call: Call): Reply => described(200, containerOf(call));
export function replaceContainer(call: Call): Reply {
  const replaced = containers.replaceContainer(call.store, containerOf(call), bodyOf(call));
  call.catalog.forget();
  return described(200, replaced);
}
export function deleteContainer(call: Call): Reply {
  containers.deleteContainer(call.store, containerOf(call));
  call.catalog.forget();
  return { status: 204 };
}

/** A local container is one physical partition. */
export function ranges(call: Call): Reply {
  const range = {
    id: '0',
    minInclusive: '',
    maxExclusive: 'FF',
    ridPrefix: 0,
    throughputFraction: 1,
    status: 'online',
    parents: [],
  };
  const { _rid } = JSON.parse(containerOf(call).body) as { _rid: string };
  return {
    status: 200,
    body: JSON.stringify({ _rid, PartitionKeyRanges: [{ ...range, _rid }], _count: 1 }),
    etag: '"1"',
  };
}

const placeOf = (call: Call): Place => {
  const container = containerOf(call);
  return { store: call.store, container, key: requiredKey(container, call.headers) };
};
const conditionOf = ({ headers }: Call): Condition => ({
  ifMatch: headers['if-match'],
  ifNoneMatch: headers['if-none-match'],
});

function answered(
  { headers }: Call,
  { lsn }: Container,
  { status, body, etag, charge }: Outcome,
  own: Record<string, string> = {},
): Reply {
  const isWrite = status !== 304 && /return=minimal/i.test(String(headers['prefer']));
  return {
    status,
    charge,
    ...(body !== undefined && !isWrite && { body }),
    ...(etag !== undefined && { etag }),
    headers: { 'x-ms-session-token': `0:-1#${lsn}`, ...own },
  };
}

function written(call: Call, work: (place: Place) => Outcome): Reply {
  const place = placeOf(call);
  const outcome = documents.writing(place.store, place.container, () => work(place));
  return answered(call, place.container, outcome);
}

export function readDocument(call: Call): Reply {
  const place = placeOf(call);
  return answered(call, place.container, documents.readDocument(place, documentIdOf(call), conditionOf(call)));
}
export const createDocument = (call: Call): Reply =>
  written(call, (place) => documents.createDocument(place, bodyOf(call)));
export const upsertDocument = (call: Call): Reply =>
  written(call, (place) => documents.upsertDocument(place, bodyOf(call), conditionOf(call)));
export const replaceDocument = (call: Call): Reply =>
  written(call, (place) => documents.replaceDocument(place, documentIdOf(call), bodyOf(call), conditionOf(call)));
export const patchDocument = (call: Call): Reply =>
  written(call, (place) => documents.patchDocument(place, documentIdOf(call), bodyOf(call), conditionOf(call)));
export const deleteDocument = (call: Call): Reply =>
  written(call, (place) => documents.deleteDocument(place, documentIdOf(call), conditionOf(call)));

export function batch(call: Call): Reply {
  if (!/^true$/i.test(String(call.headers['x-ms-cosmos-batch-atomic'])))
    throw errors.notCovered('bulk operations that are not atomic');
  if (Buffer.byteLength(call.text) > documents.sizeLimit) throw errors.tooLarge();
  const place = placeOf(call);
  return answered(call, place.container, runBatch(place, bodyOf(call)));
}

export function query(call: Call): Reply {
  const container = containerOf(call);
  const outcome = runQuery(call.store, container, call.headers, bodyOf(call));
  const { continuation, count } = outcome;
  return answered(call, container, outcome, {
    'x-ms-item-count': String(count),
    ...(continuation !== undefined && { 'x-ms-continuation': continuation }),
  });
}

export function queryPlan(call: Call): Reply {
  const container = containerOf(call);
  const { text, parameters } = parseQueryBody(bodyOf(call));
  return answered(call, container, { status: 200, charge: 0, body: planOf(text, parameters) });
}

export function changeFeed(call: Call): Reply {
  const container = containerOf(call);
  return answered(call, container, readChangeFeed(call.store, container, call.headers));
}
