import { canonical, isObject, type Json, type Value } from '../json.ts';

type SqlFunction = (...values: Value[]) => Value;

export const equal = (a: Json, b: Json): boolean => {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && canonical(a) === canonical(b);
};

/** The third argument of ARRAY_CONTAINS: an element may have more properties than the one looked for. */
const includes = (whole: Json | undefined, part: Json): boolean => {
  if (whole === undefined) return false;
  if (!isObject(whole) || !isObject(part)) return equal(whole, part);
  return Object.entries(part).every(([name, value]) => includes(whole[name], value));
};

const ofText =
  (work: (text: string) => Value): SqlFunction =>
  (value) =>
    typeof value === 'string' ? work(value) : undefined;

const ofNumber =
  (work: (number: number) => number): SqlFunction =>
  (value) =>
    typeof value === 'number' ? work(value) : undefined;

/** The last argument `true` makes upper and lower case the same. */
const ofTexts =
  (work: (text: string, part: string) => boolean): SqlFunction =>
  (text, part, ignoreCase) => {
    if (typeof text !== 'string' || typeof part !== 'string') return undefined;
    return ignoreCase === true ? work(text.toLowerCase(), part.toLowerCase()) : work(text, part);
  };

const isPrimitive = (value: Value): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);

const byName: Record<string, SqlFunction> = {
  CONTAINS: ofTexts((text, part) => text.includes(part)),
  STARTSWITH: ofTexts((text, part) => text.startsWith(part)),
  ENDSWITH: ofTexts((text, part) => text.endsWith(part)),
  STRINGEQUALS: ofTexts((text, part) => text === part),
  LOWER: ofText((text) => text.toLowerCase()),
  UPPER: ofText((text) => text.toUpperCase()),
  LENGTH: ofText((text) => text.length),
  TRIM: ofText((text) => text.trim()),
  LTRIM: ofText((text) => text.trimStart()),
  RTRIM: ofText((text) => text.trimEnd()),
  REVERSE: ofText((text) => Array.from(text).toReversed().join('')),
  CONCAT: (...parts) => (parts.every((part) => typeof part === 'string') ? parts.join('') : undefined),
  SUBSTRING: (text, start, length) =>
    typeof text === 'string' && typeof start === 'number' && typeof length === 'number'
      ? text.slice(start, start + length)
      : undefined,
  LEFT: (text, length) => (typeof text === 'string' && typeof length === 'number' ? text.slice(0, length) : undefined),
  RIGHT: (text, length) =>
    typeof text === 'string' && typeof length === 'number' ? text.slice(Math.max(0, text.length - length)) : undefined,
  REPLACE: (text, from, to) =>
    typeof text === 'string' && typeof from === 'string' && typeof to === 'string'
      ? text.replaceAll(from, () => to)
      : undefined,
  INDEX_OF: (text, part) => (typeof text === 'string' && typeof part === 'string' ? text.indexOf(part) : undefined),
  TOSTRING: (value) => {
    if (value === undefined || typeof value === 'string') return value;
    return JSON.stringify(value);
  },

  ABS: ofNumber(Math.abs),
  CEILING: ofNumber(Math.ceil),
  FLOOR: ofNumber(Math.floor),
  ROUND: ofNumber((number) => Math.sign(number) * Math.round(Math.abs(number))),
  SQRT: ofNumber(Math.sqrt),
  POWER: (base, exponent) => (typeof base === 'number' && typeof exponent === 'number' ? base ** exponent : undefined),

  ARRAY_CONTAINS: (array, wanted, partly) => {
    if (!Array.isArray(array)) return undefined;
    if (wanted === undefined) return false;
    return array.some((element) => (partly === true ? includes(element, wanted) : equal(element, wanted)));
  },
  ARRAY_LENGTH: (array) => (Array.isArray(array) ? array.length : undefined),
  ARRAY_CONCAT: (...arrays) => (arrays.every(Array.isArray) ? arrays.flat() : undefined),
  ARRAY_SLICE: (array, start, length) => {
    if (!Array.isArray(array) || typeof start !== 'number') return undefined;
    return array.slice(start).slice(0, typeof length === 'number' ? length : array.length);
  },

  IS_DEFINED: (value) => value !== undefined,
  IS_NULL: (value) => value === null,
  IS_STRING: (value) => typeof value === 'string',
  IS_NUMBER: (value) => typeof value === 'number',
  IS_BOOL: (value) => typeof value === 'boolean',
  IS_ARRAY: (value) => Array.isArray(value),
  IS_OBJECT: (value) => isObject(value),
  IS_PRIMITIVE: isPrimitive,
  IIF: (test, then, otherwise) => (test === true ? then : otherwise),
};

export const functionNames: ReadonlySet<string> = new Set(Object.keys(byName));

export const functionNamed = (name: string): SqlFunction => {
  const found = byName[name];
  if (!found) throw new Error(`The parser let the function ${name} through.`);
  return found;
};
