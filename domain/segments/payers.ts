import type { Measures } from '#domain/customers/customer.ts';
import { daysBetween } from '#domain/kernel/time.ts';

/**
 * The measures of every customer with a counted payment, column by column, in the order of their ids: the same state is
 * the same bytes.
 */
export type Payers = {
  /** 16 bytes each. */
  ids: Uint8Array<ArrayBuffer>;
  /** Minor units. */
  monetary: Float64Array<ArrayBuffer>;
  /** NaN for unknown. */
  market: Float64Array<ArrayBuffer>;
  /** Days since 1970-01-01, as the other days. */
  firstPaidOn: Int32Array<ArrayBuffer>;
  lastPaidOn: Int32Array<ArrayBuffer>;
  /** `unknownDay` for unknown. */
  bornOn: Int32Array<ArrayBuffer>;
  frequency: Uint32Array<ArrayBuffer>;
  days: Uint32Array<ArrayBuffer>;
};

export const idBytes = 16;
export const unknownDay = -2_147_483_648;

export const payersOf = (count: number): Payers => ({
  ids: new Uint8Array(count * idBytes),
  monetary: new Float64Array(count),
  market: new Float64Array(count),
  firstPaidOn: new Int32Array(count),
  lastPaidOn: new Int32Array(count),
  bornOn: new Int32Array(count),
  frequency: new Uint32Array(count),
  days: new Uint32Array(count),
});

export const countOf = ({ frequency }: Payers): number => frequency.length;

export const dayNumber = (day: string): number => daysBetween('1970-01-01', day);
export const dayOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** One payer's, as they are stored with the customer. */
export const measuresAt = (payers: Payers, at: number): Measures => ({
  firstPaidOn: dayOf(payers.firstPaidOn[at]!),
  lastPaidOn: dayOf(payers.lastPaidOn[at]!),
  days: payers.days[at]!,
  frequency: payers.frequency[at]!,
  monetary: payers.monetary[at]!,
  market: Number.isNaN(payers.market[at]!) ? null : payers.market[at]!,
  bornOn: payers.bornOn[at] === unknownDay ? null : dayOf(payers.bornOn[at]!),
});

/** The place of a customer among the payers; null for who is none. */
export function placeIn(payers: Payers, customerId: string): number | null {
  const id = bytesOf(customerId);
  const at = placeOf(payers.ids, id);
  return at < countOf(payers) && compare(payers.ids, at * idBytes, id) === 0 ? at : null;
}

export function idAt({ ids }: Payers, at: number): string {
  const hex = Array.from(ids.subarray(at * idBytes, (at + 1) * idBytes), (byte) => byte.toString(16).padStart(2, '0'));
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Null takes a customer out. Answers the very same payers when nothing changes. */
export function withMeasures(payers: Payers, changes: ReadonlyMap<string, Measures | null>): Payers {
  const edits = [...changes]
    .map(([id, measures]) => editOf(payers, bytesOf(id), measures))
    .filter((edit) => edit !== null)
    .sort((a, b) => a.at - b.at || compare(a.id, 0, b.id));
  if (edits.length === 0) return payers;

  const grown = edits.reduce((sum, { row, isThere }) => sum + Number(row !== null) - Number(isThere), 0);
  const next = payersOf(countOf(payers) + grown);
  let from = 0;
  let to = 0;
  for (const edit of edits) {
    copy(payers, from, edit.at, next, to);
    to += edit.at - from;
    from = edit.at + Number(edit.isThere);
    if (edit.row === null) continue;
    put(next, to, edit.id, edit.row);
    to += 1;
  }
  copy(payers, from, countOf(payers), next, to);
  return next;
}

const columns = ['monetary', 'market', 'firstPaidOn', 'lastPaidOn', 'bornOn', 'frequency', 'days'] as const;
type Row = Record<(typeof columns)[number], number>;
type Edit = { at: number; isThere: boolean; id: Uint8Array; row: Row | null };

const rowOf = (measures: Measures): Row => ({
  monetary: measures.monetary,
  market: measures.market ?? NaN,
  firstPaidOn: dayNumber(measures.firstPaidOn),
  lastPaidOn: dayNumber(measures.lastPaidOn),
  bornOn: measures.bornOn === null ? unknownDay : dayNumber(measures.bornOn),
  frequency: measures.frequency,
  days: measures.days,
});

/** Null when the payers say the same already. */
function editOf(payers: Payers, id: Uint8Array, measures: Measures | null): Edit | null {
  const at = placeOf(payers.ids, id);
  const isThere = at < countOf(payers) && compare(payers.ids, at * idBytes, id) === 0;
  const row = measures && rowOf(measures);
  const isSame = row === null ? !isThere : isThere && columns.every((name) => Object.is(payers[name][at], row[name]));
  return isSame ? null : { at, isThere, id, row };
}

/** The first place whose id is not lower. */
function placeOf(ids: Uint8Array, id: Uint8Array): number {
  let low = 0;
  let high = ids.length / idBytes;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(ids, middle * idBytes, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(ids: Uint8Array, at: number, id: Uint8Array): number {
  for (let byte = 0; byte < idBytes; byte += 1) {
    const difference = ids[at + byte]! - id[byte]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

function copy(source: Payers, from: number, end: number, target: Payers, to: number): void {
  target.ids.set(source.ids.subarray(from * idBytes, end * idBytes), to * idBytes);
  for (const name of columns) target[name].set(source[name].subarray(from, end), to);
}

function put(payers: Payers, at: number, id: Uint8Array, row: Row): void {
  payers.ids.set(id, at * idBytes);
  for (const name of columns) payers[name][at] = row[name];
}

export function bytesOf(id: string): Uint8Array {
  const hex = id.replaceAll('-', '');
  return Uint8Array.from({ length: idBytes }, (_, byte) => Number.parseInt(hex.slice(byte * 2, byte * 2 + 2), 16));
}
