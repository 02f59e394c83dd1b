import { countOf, idBytes, type Payers } from '#domain/segments/payers.ts';

// Format, version, count and a spare word; then the columns, widest first so that each is aligned.
const format = 2;
const headBytes = 16;
const columns = [
  ['monetary', Float64Array],
  ['market', Float64Array],
  ['firstPaidOn', Int32Array],
  ['lastPaidOn', Int32Array],
  ['bornOn', Int32Array],
  ['frequency', Uint32Array],
  ['days', Uint32Array],
] as const;
const bytesEach = columns.reduce((sum, [, { BYTES_PER_ELEMENT }]) => sum + BYTES_PER_ELEMENT, idBytes);

export function encode(payers: Payers, version: number): Buffer {
  const head = Uint32Array.of(format, version, countOf(payers), 0);
  const parts = [head, ...columns.map(([name]) => payers[name]), payers.ids];
  return Buffer.concat(parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)));
}

export function decode(bytes: Uint8Array): { payers: Payers; version: number } {
  // A copy begins at an aligned address; a pooled buffer does not.
  const { buffer } = Uint8Array.from(bytes);
  const [form, version = 0, count = 0] = buffer.byteLength < headBytes ? [] : new Uint32Array(buffer, 0, 3);
  const isWhole = form === format && buffer.byteLength === headBytes + count * bytesEach;
  if (!isWhole) throw new Error('This is not a snapshot of payers');

  let at = headBytes;
  const read = columns.map(([name, Column]) => {
    const column = new Column(buffer, at, count);
    at += column.byteLength;
    return [name, column];
  });
  const payers = { ...Object.fromEntries(read), ids: new Uint8Array(buffer, at, count * idBytes) } as Payers;
  return { payers, version };
}
