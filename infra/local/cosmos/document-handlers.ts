import { runBatch } from './batch.ts';
import { bodyOf, containerOf, documentIdOf, type Call, type Reply } from './call.ts';
import { readChangeFeed } from './change-feed.ts';
import type { Container } from './containers.ts';
import * as documents from './documents.ts';
import type { Condition, Outcome, Place } from './documents.ts';
import { errors } from './errors.ts';
import { requiredKey } from './partition-key.ts';
import { parseQueryBody, runQuery } from './query.ts';
import { planOf } from './sql/query-plan.ts';

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
  const isUnwanted = /return=minimal/i.test(String(headers['prefer']));
  return {
    status,
    charge,
    ...(body !== undefined && !isUnwanted && { body }),
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
