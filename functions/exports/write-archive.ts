import { Readable } from 'node:stream';
import { archiveFormat, blobOf, documentsOf, type Manifest } from '#domain/exports/manifest.ts';
import { database } from '#functions/platform/cosmos.ts';
import { archives } from './archives.ts';
import { storedVersionIn } from '#functions/schema/stored-version.ts';
import type { SystemWork } from '#functions/work.ts';
import { readAccount } from './account-records.ts';
import { archive, once, type Source } from './archive-writer.ts';
import { blobsOf, readBlob } from './blobs.ts';
import { documentsIn, type Part, partsOf, type StoredDocument } from './inventory.ts';
import { withoutKeys } from './without-keys.ts';

export const accountsPart = 'accounts';

/** Sockets, and the exports themselves: both have an end of their own. */
const isPassing = (part: Part, { kind }: StoredDocument): boolean =>
  (part.name === 'presence' && kind === 'connection') || (part.name === 'jobs' && kind === 'export');

type Copied = { documents: number; files: number };
type Wanted = {
  kind: Manifest['kind'];
  /** Of the blob. */
  name: string;
  /** After each page of documents and each file; what it throws ends the copying. */
  onProgress?: (copied: Copied) => Promise<void>;
};

const blockBytes = 4_000_000;

/** Copies all that a workspace has into one blob. It is read while people work: each document as it was at its moment. */
export async function writeArchive(work: SystemWork, { kind, name, onProgress }: Wanted) {
  const { id, slug, name: businessName } = await work.workspace.get();
  const copied: Copied = { documents: 0, files: 0 };
  const moved = async (by: Partial<Copied>): Promise<void> => {
    copied.documents += by.documents ?? 0;
    copied.files += by.files ?? 0;
    await onProgress?.(copied);
  };
  const head = {
    format: archiveFormat,
    kind,
    schemaVersion: await storedVersionIn(database).read(),
    workspace: { id, slug, name: businessName },
    exportedAt: work.now().toISOString(),
  };
  const blob = archives.getBlockBlobClient(name);
  await blob.uploadStream(Readable.from(archive(head, sources())), blockBytes, 2, {
    blobHTTPHeaders: { blobContentType: 'application/zip' },
  });
  return { ...copied, bytes: (await blob.getProperties()).contentLength! };

  async function* sources(): AsyncIterable<Source> {
    // Before the documents that name them: when these are taken in, they are there.
    for await (const at of blobsOf(id)) {
      const { bytes, type, metadata } = await readBlob(at);
      const about = { ...(type && { type }), ...(metadata && { metadata }) };
      yield { name: blobOf(at.container, at.name), content: once(bytes), about };
      await moved({ files: 1 });
    }
    for (const part of partsOf(work)) {
      if (part.name === 'members' && kind === 'backup')
        yield { name: documentsOf(accountsPart), content: lines(accountsOf(part)) };
      yield { name: documentsOf(part.name), content: lines(kept(part)) };
    }
  }

  async function* kept(part: Part): AsyncIterable<StoredDocument[]> {
    for await (const some of documentsIn(part)) {
      const staying = some.filter((document) => !isPassing(part, document));
      yield kind === 'backup' ? staying : staying.flatMap(withoutKeys);
      await moved({ documents: staying.length });
    }
  }

  async function* accountsOf(members: Part): AsyncIterable<object[]> {
    for await (const some of documentsIn(members))
      for (const { accountId } of some) {
        const account = await readAccount(String(accountId));
        if (account) yield [account];
      }
  }
}

async function* lines(pages: AsyncIterable<object[]>): AsyncIterable<Uint8Array> {
  for await (const page of pages) yield Buffer.from(page.map((item) => `${JSON.stringify(item)}\n`).join(''));
}
