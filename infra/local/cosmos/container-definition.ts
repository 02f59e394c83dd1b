import { errors } from './errors.ts';
import { defaultPolicy, type IndexingPolicy } from './indexing.ts';
import { isObject, pathSegments, type Json } from './json.ts';

export interface ContainerDefinition {
  id: string;
  partitionKey: { paths: string[]; kind: string; version: number };
  indexingPolicy: IndexingPolicy;
  uniqueKeyPolicy?: { uniqueKeys: { paths: string[] }[] };
  defaultTtl?: number;
}

export function checkResourceId(id: unknown): asserts id is string {
  if (typeof id !== 'string' || id === '') throw errors.badRequest("The required property 'id' is missing.");
  if (/[/\\?#]/.test(id)) throw errors.badRequest(`The id '${id}' contains one of the illegal characters / \\ ? #.`);
  if (Buffer.byteLength(id) > 1023) throw errors.badRequest('The id is longer than 1023 bytes.');
}

const notCovered = {
  vectorEmbeddingPolicy: 'vector search',
  fullTextPolicy: 'full text search',
  geospatialConfig: 'spatial queries',
  computedProperties: 'computed properties',
  clientEncryptionPolicy: 'client encryption',
};

const isPathList = (paths: unknown): paths is string[] =>
  Array.isArray(paths) && paths.length > 0 && paths.every((path) => typeof path === 'string' && path.startsWith('/'));

function checkPartitionKey(key: Json | undefined): ContainerDefinition['partitionKey'] {
  if (!isObject(key) || !isPathList(key['paths'])) throw errors.badRequest('The partition key definition is invalid.');
  if (key['paths'].length > 3) throw errors.badRequest('A partition key has at most 3 levels.');
  return { paths: key['paths'], kind: key['paths'].length > 1 ? 'MultiHash' : 'Hash', version: 2 };
}

function checkPolicy(given: Json | undefined): IndexingPolicy {
  if (given === undefined) return defaultPolicy;
  const policy = given as IndexingPolicy;
  const paths = [...(policy.includedPaths ?? []), ...(policy.excludedPaths ?? [])].map(({ path }) => path);
  const wrong = paths.find((path) => !/^\/.*[?*]$/.test(path) || pathSegments(path).slice(0, -1).includes('*'));
  if (wrong !== undefined)
    throw errors.badRequest(`The indexing path '${wrong}' could not be accepted: it must end with /? or /*.`);
  const hasRoot = paths.includes('/*');
  if (policy.indexingMode !== 'none' && !hasRoot) {
    throw errors.badRequest("The special mandatory indexing path '/*' is not provided in any of the path type sets.");
  }
  if ((policy.compositeIndexes ?? []).some((parts) => parts.length < 2)) {
    throw errors.badRequest('A composite index needs at least two paths.');
  }
  return { indexingMode: 'consistent', automatic: true, ...policy };
}

/** Refuses what the service refuses, and what this stand-in has not got, when the container is made and not later. */
export function parseDefinition(body: Json | undefined): ContainerDefinition {
  if (!isObject(body)) throw errors.badRequest('The container definition is not an object.');
  checkResourceId(body['id']);
  for (const [property, what] of Object.entries(notCovered))
    if (body[property] !== undefined) throw errors.notCovered(what);
  const { defaultTtl, uniqueKeyPolicy } = body as Partial<ContainerDefinition>;
  if (defaultTtl !== undefined && !(Number.isInteger(defaultTtl) && (defaultTtl === -1 || defaultTtl > 0))) {
    throw errors.badRequest('defaultTtl must be -1 or a positive number of seconds.');
  }
  if (uniqueKeyPolicy && !uniqueKeyPolicy.uniqueKeys.every(({ paths }) => isPathList(paths))) {
    throw errors.badRequest('The unique key policy is invalid.');
  }
  return {
    id: body['id'],
    partitionKey: checkPartitionKey(body['partitionKey']),
    indexingPolicy: checkPolicy(body['indexingPolicy']),
    ...(uniqueKeyPolicy && { uniqueKeyPolicy }),
    ...(defaultTtl !== undefined && { defaultTtl }),
  };
}
