import { contentOf, type Manifest } from '#domain/exports/manifest.ts';
import { type OpenArchive, openArchive } from '../archive-reader.ts';
import { archives } from '../archives.ts';
import { documentsFrom, readManifest } from '../check-archive.ts';

type Document = Record<string, unknown>;

export async function archiveNamed(name: string): Promise<OpenArchive> {
  const blob = archives.getBlobClient(name);
  return openArchive({
    size: (await blob.getProperties()).contentLength!,
    read: async (from, count) => (await blob.download(from, count)).readableStreamBody as AsyncIterable<Uint8Array>,
  });
}

/** What an archive holds: documents by their part and in no order, and of blobs their hash. */
export async function contentsOf(name: string) {
  const archive = await archiveNamed(name);
  const manifest: Manifest = await readManifest(archive);
  const documents: Record<string, Document[]> = {};
  const blobs: Record<string, string> = {};
  for (const file of manifest.files) {
    const content = contentOf(file.name);
    if (content?.kind === 'blob') blobs[file.name] = `${file.sha256} ${file.type} ${JSON.stringify(file.metadata)}`;
    if (content?.kind !== 'documents') continue;
    const found: Document[] = [];
    for await (const document of documentsFrom(archive.open(file.name))) found.push(document);
    documents[content.part] = found.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  }
  return { manifest, documents, blobs };
}

const keyOf = ({ id, roomId, memberId, month }: Document): string => [roomId, memberId, month, id].join(' ');
