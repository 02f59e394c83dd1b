import { canonical, parseJson, type Value } from './json.ts';

/** One letter per type puts them in the service's order; text compares as bytes, here and in SQLite. */
export const rank = {
  undefined: '0',
  null: '1',
  false: '2',
  true: '3',
  number: '4',
  string: '5',
  array: '6',
  object: '7',
} as const;

const bytes = Buffer.alloc(8);

function numberKey(value: number): string {
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  // Negative numbers count downwards in IEEE 754: turn all their bits, and lift the others above them.
  if (value < 0) for (let at = 0; at < 8; at++) bytes[at] = ~bytes.readUInt8(at) & 0xff;
  else bytes[0] = bytes.readUInt8(0) | 0x80;
  return bytes.toString('hex');
}

/** Text whose byte order is the service's order of values, and which is equal for equal values only. */
export function sortKey(value: Value): string {
  if (value === undefined) return rank.undefined;
  if (value === null) return rank.null;
  if (typeof value === 'boolean') return value ? rank.true : rank.false;
  if (typeof value === 'number') return rank.number + numberKey(value);
  if (typeof value === 'string') return rank.string + value;
  return (Array.isArray(value) ? rank.array : rank.object) + canonical(value);
}

/** The value that a sort key stands for. */
export function valueOfKey(key: string): Value {
  const rest = key.slice(1);
  switch (key.charAt(0)) {
    case rank.undefined:
      return undefined;
    case rank.null:
      return null;
    case rank.false:
      return false;
    case rank.true:
      return true;
    case rank.number:
      return numberOf(rest);
    case rank.string:
      return rest;
    default:
      return parseJson(rest);
  }
}

function numberOf(hex: string): number {
  bytes.write(hex, 'hex');
  const isNegative = bytes.readUInt8(0) < 0x80;
  if (isNegative) for (let at = 0; at < 8; at++) bytes[at] = ~bytes.readUInt8(at) & 0xff;
  else bytes[0] = bytes.readUInt8(0) & 0x7f;
  return bytes.readDoubleBE(0);
}

const unitRank = (unit: number): number => {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
};

/** Code point order: JavaScript's own `<` puts an emoji before a full-width letter, SQLite does not. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = a.charCodeAt(at) - b.charCodeAt(at);
    if (difference !== 0) return unitRank(a.charCodeAt(at)) - unitRank(b.charCodeAt(at));
  }
  return a.length - b.length;
}

export const compareValues = (a: Value, b: Value): number => compareText(sortKey(a), sortKey(b));
