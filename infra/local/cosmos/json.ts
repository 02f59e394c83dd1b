export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };
/** A query's value: a property that is not there is `undefined`, which is not `null`. */
export type Value = Json | undefined;

export const parseJson = (text: string): Json => JSON.parse(text) as Json;
/** For text this stand-in wrote itself. */
export const parseDocument = (body: string): JsonObject & { id: string } =>
  JSON.parse(body) as JsonObject & { id: string };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function propertyOf(value: Value, key: Value): Value {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  if (!isObject(value) || typeof key !== 'string') return undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Reads `['address', 'city']`; arrays are not entered. */
export function valueAt(document: Value, path: readonly string[]): Value {
  let value = document;
  for (const key of path) value = propertyOf(value, key);
  return value;
}

/** The same text for equal values, whatever the order of their properties. */
export const canonical = (value: Json): string =>
  JSON.stringify(value, (_key, inner: Json) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );

/** `/address/"post code"` becomes `['address', 'post code']`. */
export const pathSegments = (path: string): string[] =>
  [...path.matchAll(/\/(?:"([^"]*)"|([^/]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
