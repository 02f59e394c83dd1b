import { Inflate } from 'fflate';
import { problems } from '#domain/kernel/problem.ts';

/** Where the archive lies: a part of its bytes at a time. */
export type Bytes = {
  size: number;
  read: (from: number, count: number) => Promise<AsyncIterable<Uint8Array>>;
};

type Entry = { name: string; at: number; packedBytes: number; isPacked: boolean };
export type OpenArchive = {
  names: string[];
  /** The bytes of one file; throws when there is no such file, or it is broken. */
  open: (name: string) => AsyncIterable<Uint8Array>;
};

export const broken = (detail: string) => problems.invalid([{ pointer: '/body', detail }]);
const noArchive = () => broken('It is no ZIP file, or its end is missing.');

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const fileMark = 0x04034b50;
const endBytes = 22;
const headBytes = 30;
/** Of a comment at the end. */
const mostComment = 65_535;

/** By the list at its end: what lies between could hold the marks of files by chance. */
export async function openArchive(bytes: Bytes): Promise<OpenArchive> {
  const entries = new Map((await listOf(bytes)).map((entry) => [entry.name, entry]));
  return {
    names: [...entries.keys()],
    open: (name) => {
      const entry = entries.get(name);
      if (!entry) throw broken(`${name} is missing.`);
      return contentOf(bytes, entry);
    },
  };
}

async function listOf(bytes: Bytes): Promise<Entry[]> {
  const tailAt = Math.max(0, bytes.size - endBytes - mostComment);
  const tail = await whole(bytes, tailAt, bytes.size - tailAt);
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + endBytes > tail.byteLength || tail.readUInt32LE(end) !== endMark) throw noArchive();
  const [size, at] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (at + size > tailAt + end) throw noArchive();

  const list = await whole(bytes, at, size);
  const entries: Entry[] = [];
  for (let from = 0; from < size;) {
    if (from + 46 > size || list.readUInt32LE(from) !== entryMark) throw noArchive();
    const [name, extra, comment] = [28, 30, 32].map((field) => list.readUInt16LE(from + field)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: list.toString('utf8', from + 46, from + 46 + name),
      at: list.readUInt32LE(from + 42),
      packedBytes: list.readUInt32LE(from + 20),
      isPacked: list.readUInt16LE(from + 10) === 8,
    });
    from += 46 + name + extra + comment;
  }
  return entries;
}

async function* contentOf(bytes: Bytes, { name, at, packedBytes, isPacked }: Entry): AsyncIterable<Uint8Array> {
  const head = await whole(bytes, at, headBytes);
  if (head.byteLength < headBytes || head.readUInt32LE(0) !== fileMark) throw broken(`${name} is broken.`);
  const from = at + headBytes + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = packedBytes > 0 ? await bytes.read(from, packedBytes) : [];
  if (!isPacked) return yield* packed;
  const unpacked: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => void unpacked.push(chunk));
  const push = (chunk: Uint8Array, isFinal: boolean): Uint8Array[] => {
    try {
      inflate.push(chunk, isFinal);
    } catch {
      throw broken(`${name} is broken.`);
    }
    return unpacked.splice(0);
  };
  for await (const chunk of packed) yield* push(chunk, false);
  yield* push(new Uint8Array(), true);
}

async function whole(bytes: Bytes, from: number, count: number): Promise<Buffer> {
  if (count <= 0) return Buffer.alloc(0);
  return gathered(await bytes.read(from, count));
}

export async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}
