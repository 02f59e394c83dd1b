import { createHash } from 'node:crypto';
import { type ArchivedFile, type Manifest, manifestName } from '#domain/exports/manifest.ts';
import { type Entry, zipped } from './zip-stream.ts';

/** `about`: what else the manifest says of the file. */
export type Source = Entry & { about?: Pick<ArchivedFile, 'type' | 'metadata'> };

/** The bytes of an archive: each file, and at its end what all of them are held against when it is taken in. */
export function archive(head: Omit<Manifest, 'files'>, sources: AsyncIterable<Source>): AsyncIterable<Uint8Array> {
  const files: ArchivedFile[] = [];
  return zipped(entries());

  async function* entries(): AsyncIterable<Entry> {
    for await (const { name, content, about } of sources) {
      const hash = createHash('sha256');
      let bytes = 0;
      yield { name, content: counted() };
      files.push({ name, bytes, sha256: hash.digest('hex'), ...about });

      async function* counted(): AsyncIterable<Uint8Array> {
        for await (const chunk of content) {
          hash.update(chunk);
          bytes += chunk.byteLength;
          yield chunk;
        }
      }
    }
    yield { name: manifestName, content: once(Buffer.from(JSON.stringify({ ...head, files } satisfies Manifest))) };
  }
}

export async function* once<T>(item: T): AsyncIterable<T> {
  yield item;
}
