import { createHash } from 'node:crypto';
import { type ArchivedFile, archiveFormat, contentOf, Manifest, manifestName } from '#domain/exports/manifest.ts';
import { broken, gathered, type OpenArchive } from './archive-reader.ts';
import { AccountRecord } from './account-records.ts';
import { isBlobOf } from './blobs.ts';
import { isPartName } from './inventory.ts';
import { accountsPart } from './write-archive.ts';

export async function readManifest(archive: OpenArchive): Promise<Manifest> {
  const text = (await gathered(archive.open(manifestName))).toString();
  const { data, success } = Manifest.safeParse(parsed(text));
  if (!success) throw broken('Its manifest is broken.');
  return data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Throws, with what is wrong, unless every file is as it was written and holds nothing but what is this workspace's. */
export async function checkArchive(archive: OpenArchive, manifest: Manifest, schemaVersion: number): Promise<void> {
  if (manifest.format !== archiveFormat) throw broken(`It is of format ${manifest.format}; this is ${archiveFormat}.`);
  if (manifest.schemaVersion !== schemaVersion)
    throw broken(`Its documents are of schema version ${manifest.schemaVersion}; here they are of ${schemaVersion}.`);
  if (manifest.kind !== 'backup')
    throw broken('It is a copy that the business took, without accounts: a business is made again of a backup.');
  const known = new Set([manifestName, ...manifest.files.map(({ name }) => name)]);
  const foreign = archive.names.find((name) => !known.has(name));
  if (foreign) throw broken(`${foreign} is not in its manifest.`);
  for (const file of manifest.files) await checkFile(archive, manifest.workspace.id, file);
}

async function checkFile(archive: OpenArchive, workspaceId: string, file: ArchivedFile): Promise<void> {
  const content = contentOf(file.name);
  if (content?.kind === 'blob' && !isBlobOf(workspaceId, content)) throw broken(`${file.name} is another business's.`);
  if (!content || (content.kind === 'documents' && !isPartName(content.part) && content.part !== accountsPart))
    throw broken(`${file.name} is nothing that belongs here.`);

  const hash = createHash('sha256');
  const through = hashed(archive.open(file.name), hash);
  if (content.kind === 'blob') for await (const _ of through);
  else
    for await (const document of documentsFrom(through)) {
      const isRight =
        content.part === accountsPart
          ? AccountRecord.safeParse(document).success
          : document['workspaceId'] === workspaceId && typeof document['id'] === 'string';
      if (!isRight) throw broken(`${file.name} holds what is not this business's.`);
    }
  if (hash.digest('hex') !== file.sha256) throw broken(`${file.name} is not as it was written.`);
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

/** A document a line. */
export async function* documentsFrom(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Record<string, unknown>> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!;
    yield* lines.map(documentIn);
  }
  if (rest !== '') throw broken('Its last line is cut off.');
}

function documentIn(line: string): Record<string, unknown> {
  const document = parsed(line);
  if (typeof document !== 'object' || document === null) throw broken('A line of it is no document.');
  return document as Record<string, unknown>;
}
