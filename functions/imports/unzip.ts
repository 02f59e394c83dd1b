import { inflateRawSync } from 'node:zlib';

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const fileMark = 0x04034b50;

type Limits = { maxBytes: number; isWanted: (name: string) => boolean };

/**
 * The wanted files of an archive, by the list at its end. Throws when it is no archive, and when it holds more than
 * `maxBytes`, whatever it says of its sizes: a few kilobytes can unfold to gigabytes.
 */
export function unzip(bytes: Uint8Array, { maxBytes, isWanted }: Limits): Map<string, Buffer> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || archive.readUInt32LE(end) !== endMark) throw new Error('Not an archive');
  const files = new Map<string, Buffer>();
  let left = maxBytes;
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (archive.readUInt32LE(at) !== entryMark) throw new Error('A broken archive');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength!);
    if (isWanted(name)) {
      const file = contentOf(archive, at, left);
      left -= file.byteLength;
      files.set(name, file);
    }
    at += 46 + nameLength! + extraLength! + commentLength!;
  }
  return files;
}

function contentOf(archive: Buffer, entry: number, maxOutputLength: number): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const file = archive.readUInt32LE(entry + 42);
  if (archive.readUInt32LE(file) !== fileMark) throw new Error('A broken archive');
  const start = file + 30 + archive.readUInt16LE(file + 26) + archive.readUInt16LE(file + 28);
  const packed = archive.subarray(start, start + size);
  if (packed.byteLength !== size || maxOutputLength <= 0) throw new Error('Too large');
  if (method === 8) return inflateRawSync(packed, { maxOutputLength });
  if (method !== 0 || size > maxOutputLength) throw new Error('Too large, or packed in an unknown way');
  return packed;
}

/** An archive that packs nothing: whoever reads it gets the very bytes that were checked. */
export function zipPlainly(files: ReadonlyMap<string, Buffer>): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(fileMark);
    writeSizes(local, 18, name, content);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(entryMark);
    writeSizes(entry, 20, name, content);
    entry.writeUInt32LE(at, 42);
    parts.push(local, name, content);
    list.push(entry, name);
    at += local.byteLength + name.byteLength + content.byteLength;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endMark);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(Buffer.concat(list).byteLength, 12);
  end.writeUInt32LE(at, 16);
  return Uint8Array.from(Buffer.concat([...parts, ...list, end]));
}

function writeSizes(head: Buffer, at: number, name: Buffer, content: Buffer): void {
  head.writeUInt32LE(content.byteLength, at);
  head.writeUInt32LE(content.byteLength, at + 4);
  head.writeUInt16LE(name.byteLength, at + 8);
}
