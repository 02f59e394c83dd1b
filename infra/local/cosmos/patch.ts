import { errors } from './errors.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { matches } from './sql/query-text.ts';

export interface Operation {
  op: 'add' | 'set' | 'replace' | 'remove' | 'incr';
  path: string[];
  value: Json;
}
export interface Patch {
  condition?: string;
  operations: Operation[];
}

const kinds = ['add', 'set', 'replace', 'remove', 'incr'];

function parseOperation(given: Json, keyPaths: readonly string[]): Operation {
  if (!isObject(given)) throw errors.badRequest('A patch operation is not an object.');
  const { op, path, value } = given;
  if (op === 'move') throw errors.notCovered('the patch operation move');
  if (typeof op !== 'string' || !kinds.includes(op))
    throw errors.badRequest(`The patch operation '${JSON.stringify(op)}' is unknown.`);
  if (typeof path !== 'string' || !/^\/./.test(path)) throw errors.badRequest('The patch path must begin with /.');
  if (op !== 'remove' && value === undefined) throw errors.badRequest(`The patch operation '${op}' needs a value.`);
  if (/^\/(id|_rid|_self|_etag|_ts|_attachments)$/.test(path))
    throw errors.badRequest(`Cannot patch system property '${path}'.`);
  if (keyPaths.some((key) => key === path || key.startsWith(`${path}/`)))
    throw errors.badRequest(`Cannot patch partition key path '${path}'.`);
  const segments = path
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  return { op: op as Operation['op'], path: segments, value: value ?? null };
}

/** Takes both forms the SDK sends: the operations alone, or with a condition. */
export function parsePatch(given: Json | undefined, keyPaths: readonly string[]): Patch {
  const { operations, condition }: Record<string, Json | undefined> = isObject(given) ? given : { operations: given };
  if (!Array.isArray(operations) || operations.length === 0) throw errors.badRequest('A patch needs operations.');
  if (operations.length > 10) throw errors.badRequest("The number of patch operations can't exceed '10'.");
  if (condition !== undefined && typeof condition !== 'string')
    throw errors.badRequest('The patch condition is not text.');
  return {
    operations: operations.map((operation) => parseOperation(operation, keyPaths)),
    ...(condition !== undefined && { condition }),
  };
}

export const patchApplies = ({ condition }: Patch, document: JsonObject): boolean =>
  condition === undefined || matches(condition, document);

export function applyPatch<Document extends JsonObject>(
  document: Document,
  operations: readonly Operation[],
): Document {
  const changed = structuredClone(document);
  for (const operation of operations) applyOne(changed, operation);
  return changed;
}

function applyOne(document: JsonObject, { op, path, value }: Operation): void {
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<Json | undefined>(step, document);
  if (Array.isArray(parent)) return changeElement(parent, op, last, value);
  if (!isObject(parent))
    throw errors.badRequest(`For patch operation '${op}' the parent of '/${path.join('/')}' does not exist.`);
  changeProperty(parent, op, last, value);
}

const step = (value: Json | undefined, segment: string): Json | undefined => {
  if (Array.isArray(value)) return value[Number(segment)];
  return isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
};

function changeProperty(parent: JsonObject, op: Operation['op'], name: string, value: Json): void {
  const isThere = Object.hasOwn(parent, name);
  if (!isThere && (op === 'replace' || op === 'remove'))
    throw errors.badRequest(`For patch operation '${op}' the path '${name}' does not exist.`);
  if (op === 'remove') delete parent[name];
  else parent[name] = op === 'incr' ? increased(isThere ? parent[name] : 0, value) : value;
}

function changeElement(parent: Json[], op: Operation['op'], name: string, value: Json): void {
  if (name === '-' && (op === 'add' || op === 'set')) {
    parent.push(value);
    return;
  }
  const at = Number(name);
  const limit = op === 'add' ? parent.length : parent.length - 1;
  if (!/^\d+$/.test(name) || at > limit)
    throw errors.badRequest(`For patch operation '${op}' the index '${name}' is outside the array.`);
  if (op === 'add') parent.splice(at, 0, value);
  else if (op === 'remove') parent.splice(at, 1);
  else parent[at] = op === 'incr' ? increased(parent[at], value) : value;
}

function increased(current: Json | undefined, by: Json): number {
  if (typeof current !== 'number' || typeof by !== 'number')
    throw errors.badRequest("The patch operation 'incr' needs numbers.");
  return current + by;
}
