import { Zip, ZipDeflate } from 'fflate';
import { problems } from '#domain/kernel/problem.ts';

/** What the format without its later extensions can say. */
const mostFiles = 65_535;
const mostBytes = 0xffff_ffff;

export type Entry = { name: string; content: AsyncIterable<Uint8Array> };

/** The bytes of a ZIP file, made while they are read: nothing is held but what is being packed. Uploads take Buffers alone. */
export async function* zipped(entries: AsyncIterable<Entry>): AsyncIterable<Buffer> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  let files = 0;
  let bytes = 0;
  function* taken(): Iterable<Buffer> {
    for (const chunk of made.splice(0)) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes || files > mostFiles) throw problems.conflict('It is too large for one file.');
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    }
  }

  for await (const { name, content } of entries) {
    files += 1;
    const packed = new ZipDeflate(name);
    zip.add(packed);
    for await (const chunk of content) {
      packed.push(chunk);
      yield* taken();
    }
    packed.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
