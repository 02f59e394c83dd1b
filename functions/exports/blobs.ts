import { blobContainer } from '#functions/platform/storage.ts';

/** Where a workspace's blobs lie: below its id, or with its id as the first word of their names. */
const containers = ['bulk', 'files', 'imports', 'logos', 'photos', 'snapshots'] as const;
const prefixIn = (container: string, workspaceId: string): string =>
  container === 'snapshots' ? `${workspaceId}.` : `${workspaceId}/`;

export type StoredBlob = { container: string; name: string };

export const isBlobOf = (workspaceId: string, { container, name }: StoredBlob): boolean =>
  containers.some((known) => known === container) && name.startsWith(prefixIn(container, workspaceId));

export async function* blobsOf(workspaceId: string): AsyncIterable<StoredBlob> {
  for (const container of containers) yield* blobsIn(container, prefixIn(container, workspaceId));
}

export async function* blobsIn(container: string, prefix: string): AsyncIterable<StoredBlob> {
  for await (const { name } of blobContainer(container).listBlobsFlat({ prefix })) yield { container, name };
}

type Content = { bytes: Buffer; type: string | undefined; metadata: Record<string, string> | undefined };

/** Whole: none is larger than a file that may be uploaded. */
export async function readBlob({ container, name }: StoredBlob): Promise<Content> {
  const { readableStreamBody, contentType, metadata } = await blobContainer(container).getBlobClient(name).download();
  const bytes: Buffer[] = [];
  for await (const chunk of readableStreamBody!) bytes.push(Buffer.from(chunk));
  return { bytes: Buffer.concat(bytes), type: contentType, metadata };
}

export const writeBlob = async ({ container, name }: StoredBlob, { bytes, type, metadata }: Content): Promise<void> =>
  void (await blobContainer(container)
    .getBlockBlobClient(name)
    .uploadData(bytes, {
      ...(type && { blobHTTPHeaders: { blobContentType: type } }),
      ...(metadata && { metadata }),
    }));

export const removeBlob = async ({ container, name }: StoredBlob): Promise<void> =>
  void (await blobContainer(container).getBlobClient(name).deleteIfExists());
