import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzipSync } from 'node:zlib';

/** All towns of 5,000 people and more, column by column, by their rising ids. */
export type Towns = {
  ids: Int32Array;
  population: Uint32Array;
  longitude: Float32Array;
  latitude: Float32Array;
  /** A place in `countries`. */
  country: Uint32Array;
  countries: string[];
  names: string[];
  regions: string[];
  /** What towns are found by, rising; of equal ones the largest town first. A town may have several. */
  keys: string[];
  /** Whose key it is: a place in the columns. */
  keyTowns: Uint32Array;
};

const columns = [
  ['ids', Int32Array],
  ['population', Uint32Array],
  ['longitude', Float32Array],
  ['latitude', Float32Array],
  ['country', Uint32Array],
  ['keyTowns', Uint32Array],
] as const;
const headBytes = 8;

/** How many towns and keys, then the columns, then the texts. */
export function packTowns(towns: Towns): Buffer {
  const head = Uint32Array.of(towns.ids.length, towns.keys.length);
  const { countries, names, regions, keys } = towns;
  const numbers = [head, ...columns.map(([name]) => towns[name])];
  const bytes = numbers.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
  const texts = Buffer.from(JSON.stringify({ countries, names, regions, keys }));
  return gzipSync(Buffer.concat([...bytes, texts]), { level: 9 });
}

export async function unpackTowns(packed: Uint8Array): Promise<Towns> {
  const bytes = await promisify(gunzip)(packed);
  const [towns, keys] = new Uint32Array(aligned(bytes, 0, headBytes));
  let at = headBytes;
  const numbers = columns.map(([name, Column]) => {
    const length = (name === 'keyTowns' ? keys! : towns!) * Column.BYTES_PER_ELEMENT;
    const column = new Column(aligned(bytes, at, length));
    at += length;
    return [name, column];
  });
  return { ...Object.fromEntries(numbers), ...JSON.parse(bytes.toString('utf8', at)) } as Towns;
}

/** A copy that begins where four-byte numbers may begin. */
const aligned = (bytes: Buffer, at: number, length: number): ArrayBuffer =>
  Uint8Array.from(bytes.subarray(at, at + length)).buffer;

export const townFile = join(import.meta.dirname, 'towns.gz');

let opening: Promise<Towns> | null = null;

/** Read when it is first needed: most processes never are asked for a place. */
export const openTowns = (): Promise<Towns> => (opening ??= readFile(townFile).then(unpackTowns));
