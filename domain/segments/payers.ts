import type { Measures } from '#domain/customers/customer.ts';
import { daysBetween } from '#domain/kernel/time.ts';

/**
 * The measures of every customer with a counted payment, column by column, in the order of their ids: the same state is
 * the same bytes.
 */
export type Payers = {
  /** 16 bytes each. */
  ids: Uint8Array<ArrayBuffer>;
  /** Days since 1970-01-01. */
  lastPaidOn: Int32Array<ArrayBuffer>;
  frequency: Uint32Array<ArrayBuffer>;
  /** Minor units. */
  monetary: Float64Array<ArrayBuffer>;
};

export const idBytes = 16;

export const payersOf = (count: number): Payers => ({
  ids: new Uint8Array(count * idBytes),
  lastPaidOn: new Int32Array(count),
  frequency: new Uint32Array(count),
  monetary: new Float64Array(count),
});

export const dayNumber = (day: string): number => daysBetween('1970-01-01', day);
export const dayOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** Null takes a customer out. Answers the very same payers when nothing changes. */
export function withMeasures(payers: Payers, changes: ReadonlyMap<string, Measures | null>): Payers {
  const edits = [...changes]
    .map(([id, measures]) => editOf(payers, bytesOf(id), measures))
    .filter((edit) => edit !== null)
    .sort((a, b) => a.at - b.at || compare(a.id, 0, b.id));
  if (edits.length === 0) return payers;

  const grown = edits.reduce((sum, { measures, isThere }) => sum + Number(measures !== null) - Number(isThere), 0);
  const next = payersOf(payers.frequency.length + grown);
  let from = 0;
  let to = 0;
  for (const edit of edits) {
    copy(payers, from, edit.at, next, to);
    to += edit.at - from;
    from = edit.at + Number(edit.isThere);
    if (edit.measures === null) continue;
    put(next, to, edit.id, edit.measures);
    to += 1;
  }
  copy(payers, from, payers.frequency.length, next, to);
  return next;
}

type Edit = { at: number; isThere: boolean; id: Uint8Array; measures: Measures | null };

/** Null when the payers say the same already. */
function editOf(payers: Payers, id: Uint8Array, measures: Measures | null): Edit | null {
  const at = placeOf(payers.ids, id);
  const isThere = at < payers.frequency.length && compare(payers.ids, at * idBytes, id) === 0;
  const isSame = measures === null ? !isThere : isThere && says(payers, at, measures);
  return isSame ? null : { at, isThere, id, measures };
}

const says = (payers: Payers, at: number, { lastPaidOn, frequency, monetary }: Measures): boolean =>
  payers.lastPaidOn[at] === dayNumber(lastPaidOn) &&
  payers.frequency[at] === frequency &&
  payers.monetary[at] === monetary;

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
  target.lastPaidOn.set(source.lastPaidOn.subarray(from, end), to);
  target.frequency.set(source.frequency.subarray(from, end), to);
  target.monetary.set(source.monetary.subarray(from, end), to);
}

function put(payers: Payers, at: number, id: Uint8Array, { lastPaidOn, frequency, monetary }: Measures): void {
  payers.ids.set(id, at * idBytes);
  payers.lastPaidOn[at] = dayNumber(lastPaidOn);
  payers.frequency[at] = frequency;
  payers.monetary[at] = monetary;
}

function bytesOf(id: string): Uint8Array {
  const hex = id.replaceAll('-', '');
  return Uint8Array.from({ length: idBytes }, (_, byte) => Number.parseInt(hex.slice(byte * 2, byte * 2 + 2), 16));
}
