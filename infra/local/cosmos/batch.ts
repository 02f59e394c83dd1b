import { CosmosError, errors } from './errors.ts';
import * as documents from './documents.ts';
import type { Outcome, Place } from './documents.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

export const operationLimit = 100;

const idOf = ({ id }: JsonObject): string => {
  if (typeof id !== 'string') throw errors.badRequest('This batch operation needs an id.');
  return id;
};

function perform(place: Place, operation: JsonObject): Outcome {
  const { operationType, resourceBody } = operation;
  const condition = textsOf(operation);
  switch (operationType) {
    case 'Create':
      return documents.createDocument(place, resourceBody);
    case 'Upsert':
      return documents.upsertDocument(place, resourceBody, condition);
    case 'Replace':
      return documents.replaceDocument(place, idOf(operation), resourceBody, condition);
    case 'Patch':
      return documents.patchDocument(place, idOf(operation), resourceBody, condition);
    case 'Delete':
      return documents.deleteDocument(place, idOf(operation), condition);
    case 'Read':
      return documents.readDocument(place, idOf(operation), condition);
    default:
      throw errors.badRequest(`The batch operation '${JSON.stringify(operationType)}' is unknown.`);
  }
}

const textsOf = ({ ifMatch, ifNoneMatch }: JsonObject): documents.Condition => ({
  ifMatch: typeof ifMatch === 'string' ? ifMatch : undefined,
  ifNoneMatch: typeof ifNoneMatch === 'string' ? ifNoneMatch : undefined,
});

/** Carries the refusal out of the transaction, which undoes the operations before it. */
class BatchRefused extends Error {
  readonly at: number;
  readonly reason: CosmosError;
  constructor(at: number, reason: CosmosError) {
    super(reason.message, { cause: reason });
    this.at = at;
    this.reason = reason;
  }
}

function performAll(place: Place, operations: readonly JsonObject[]): Outcome[] {
  return operations.map((operation, at) => {
    try {
      return perform(place, operation);
    } catch (error) {
      throw error instanceof CosmosError ? new BatchRefused(at, error) : error;
    }
  });
}

const resultText = ({ status, charge, etag, body }: Outcome): string =>
  `{"statusCode":${status},"requestCharge":${charge}${etag === undefined ? '' : `,"eTag":${JSON.stringify(etag)}`}${body === undefined ? '' : `,"resourceBody":${body}`}}`;

const refusedText = ({ status, substatus, message }: CosmosError): string =>
  JSON.stringify({ statusCode: status, subStatusCode: substatus, requestCharge: 1, message });

/** All or nothing: 200 with each result, or 207 with the culprit's code and 424 for every other operation. */
export function runBatch(place: Place, given: Json | undefined): Outcome {
  if (!Array.isArray(given) || !given.every(isObject)) throw errors.badRequest('A batch is an array of operations.');
  if (given.length > operationLimit) throw errors.badRequest(`A batch has at most ${operationLimit} operations.`);
  try {
    const results = documents.writing(place.store, place.container, () => performAll(place, given));
    const charge = results.reduce((sum, result) => sum + result.charge, 0);
    return { status: 200, charge, body: `[${results.map(resultText).join(',')}]` };
  } catch (error) {
    if (!(error instanceof BatchRefused)) throw error;
    const others = '{"statusCode":424,"requestCharge":0}';
    return {
      status: 207,
      charge: 1,
      body: `[${given.map((_, at) => (at === error.at ? refusedText(error.reason) : others)).join(',')}]`,
    };
  }
}
