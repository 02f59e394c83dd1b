import fc from 'fast-check';
import * as z from 'zod';

/** The part of JSON Schema that says how a value can be wrong. */
type Schema = {
  $ref?: string;
  $defs?: Record<string, Schema>;
  anyOf?: Schema[];
  oneOf?: Schema[];
  type?: string;
  maxLength?: number;
  minLength?: number;
  maximum?: number;
  minimum?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
};
export type Field = { path: readonly string[]; schema: Schema };

// The same values in every run: a failure can be looked at again.
const seed = 20_261_121;

/** Every field a body can have, those inside objects and lists too. */
export function fieldsOf(schema: z.ZodType): Field[] {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  const named = root.$defs ?? {};
  const resolved = (at: Schema): Schema => (at.$ref ? named[at.$ref.replace('#/$defs/', '')]! : at);
  const walk = (given: Schema, path: readonly string[]): Field[] => {
    const at = resolved(given);
    const own = path.length > 0 ? [{ path, schema: at }] : [];
    const inside = Object.entries(at.properties ?? {}).flatMap(([name, inner]) => walk(inner, [...path, name]));
    const items = at.items ? walk(at.items, [...path, '0']) : [];
    return [
      ...own,
      ...inside,
      ...items,
      ...[...(at.anyOf ?? []), ...(at.oneOf ?? [])].flatMap((one) => walk(one, path)),
    ];
  };
  return walk(root, []);
}

export const isText = ({ schema }: Field): boolean => schema.type === 'string';

/** Control characters, direction overrides and halves of letters. */
export const unsafeCharacters = [
  '\u0000',
  '\u0007',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u009f',
  '\u061c',
  '\u200e',
  '\u202e',
  '\u2066',
  '\ud800',
  '\udfff',
];

const words = [
  'null',
  '../../etc/passwd',
  '%2e%2e%2f',
  "' OR 1=1 --",
  '{"$ne":null}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '=cmd()',
  '\r\nSet-Cookie: a=b',
  '${7*7}',
  'NaN',
  '1e309',
  '-0',
  '９９',
  '🙂'.repeat(200),
];

const objects = [
  { $ne: null },
  { $gt: '' },
  { toString: 1 },
  { length: 1e9 },
  { then: 1 },
  JSON.parse('{"__proto__":{"role":"admin"}}'),
  { constructor: { prototype: { role: 'admin' } } },
];

const deep: unknown = JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`);

const numbers = [0, -1, 0.5, 1e21, -1e21, 1e308, 2 ** 53, -(2 ** 53), Number.MIN_VALUE];

/** Values to try in the place of a field: of every type, and just past what its schema allows. */
export function valuesFor({ schema }: Field, howMany: number): unknown[] {
  const beyond = [
    ...(schema.maxLength === undefined
      ? ['x'.repeat(50_000)]
      : ['x'.repeat(schema.maxLength + 1), '\u{1F642}'.repeat(schema.maxLength)]),
    ...(schema.minLength ? ['x'.repeat(schema.minLength - 1)] : []),
    ...(schema.maximum === undefined ? [] : [schema.maximum + 1]),
    ...(schema.minimum === undefined ? [] : [schema.minimum - 1]),
    ...(schema.maxItems === undefined ? [] : [Array.from({ length: schema.maxItems + 1 }, () => 'x')]),
  ];
  const some = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom<unknown>(
      ...objects,
      deep,
      Array.from({ length: 5000 }, () => 0),
    ),
    fc.constantFrom(...numbers),
    fc.double(),
    fc.boolean(),
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom('__proto__', 'id', 'role', '$where', 'a'), fc.jsonValue({ maxDepth: 1 })),
  );
  return [null, [], {}, ...beyond, ...fc.sample(some, { seed, numRuns: howMany })];
}

/** Keys that no body has. */
export const unknownKeys = [
  'unknown',
  '__proto__',
  'constructor',
  'prototype',
  'workspaceId',
  '$where',
  '',
  'a.b',
  'é',
];

/** What may stand in a query or a path, as it is written on the wire. */
export const rawTexts = [
  '',
  '%00',
  '%ff',
  '%c0%ae',
  '%e0%a4%a',
  '%',
  '%zz',
  '..',
  '%2e%2e',
  '%2e%2e%2fme',
  '..%2f..%2fme',
  '%252e%252e',
  '.',
  '*',
  '%23',
  '%3f',
  '%5c..%5c',
  '__proto__',
  'constructor',
  '%7B%22%24ne%22%3Anull%7D',
  '-1',
  '0',
  '1e309',
  '9'.repeat(400),
  'NaN',
  'true',
  '%E2%80%AE',
  '%ED%A0%80',
  '%0d%0aSet-Cookie:%20a=b',
  "'%20OR%201=1%20--",
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'x'.repeat(8000),
];

/** Media types that no route takes. */
export const wrongTypes = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=a',
  'text/html',
  'image/svg+xml',
  'application/zip',
  'application/json-patch+json',
  'application/octet-stream',
  'nonsense',
  '*/*',
  ',',
];

const texts = [
  '',
  ' ',
  'null',
  'true',
  '1',
  '"text"',
  '[]',
  '[{}]',
  '{',
  '{"a":',
  "{'a':1}",
  '{"a":1}}',
  'NaN',
  '1e999',
  '\u0000',
];
const broken = [
  [0xff],
  [0x22, 0xff, 0xfe, 0x22],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf8, 0x88, 0x80, 0x80],
  [0x1f, 0x8b, 0x08],
];

/** Bodies that are no JSON object, or no text at all. */
export const notJson: readonly Blob[] = [
  ...texts.map((text) => new Blob([text])),
  ...broken.map((bytes) => new Blob([Uint8Array.from(bytes)])),
  new Blob(['['.repeat(90_000)]),
  new Blob([`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`]),
];

/** The same value with another one at a path. */
export const replaced = (value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown => {
  if (name === undefined) return by;
  if (Array.isArray(value)) return value.with(Number(name), replaced(value[Number(name)], rest, by));
  const fields = Object.entries({ ...(value as object), [name]: undefined });
  return Object.fromEntries(
    fields.map(([key, own]) => [key, key === name ? replaced((value as never)?.[name], rest, by) : own]),
  );
};

/** Several at once, or the suite takes minutes. */
export async function forAll<T>(values: readonly T[], check: (value: T) => Promise<void>): Promise<void> {
  const waiting = [...values];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await check(next);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
