import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type BlockBlobClient, RestError } from '@azure/storage-blob';
import { blobContainer } from '#functions/platform/storage.ts';

const files = blobContainer('files');

const isStatus = (error: unknown, ...statuses: number[]): boolean =>
  error instanceof RestError && statuses.includes(error.statusCode ?? 0);

/** Where a file of a workspace lies. No part of it was chosen by who sent it but the id, and that is read as one. */
const pathOf = (workspaceId: string, fileId: string, part: 'original' | 'thumbnail'): string =>
  `${workspaceId}/${fileId}/${part}`;
const originalIn = /\/files\/([0-9a-f-]{36})\/([0-9a-f-]{36})\/original$/;

/** Whose file lies at an address; null when it is no file of somebody's, such as a thumbnail. */
export function fileAt(blobAddress: string): { workspaceId: string; fileId: string } | null {
  const [, workspaceId, fileId] = originalIn.exec(new URL(blobAddress).pathname) ?? [];
  return workspaceId && fileId ? { workspaceId, fileId } : null;
}

/** What the files of one workspace consist of. */
export const fileBytes = (workspaceId: string) => {
  const blob = (fileId: string, part: 'original' | 'thumbnail') =>
    files.getBlockBlobClient(pathOf(workspaceId, fileId, part));

  return {
    /** Only ever the first bytes under an id: false when others are there. */
    async keep(fileId: string, bytes: Uint8Array): Promise<boolean> {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const original = blob(fileId, 'original');
      try {
        await original.uploadData(bytes, { metadata: { sha256 }, conditions: { ifNoneMatch: '*' } });
        return true;
      } catch (error) {
        if (!isStatus(error, 409, 412)) throw error;
        return (await original.getProperties()).metadata?.['sha256'] === sha256;
      }
    },

    keepThumbnail: async (fileId: string, webp: Uint8Array): Promise<void> =>
      void (await blob(fileId, 'thumbnail').uploadData(webp, { blobHTTPHeaders: { blobContentType: 'image/webp' } })),

    /** Null when there are none. */
    thumbnail: (fileId: string): Promise<Uint8Array | null> =>
      unlessGone(blob(fileId, 'thumbnail'), (thumbnail) => thumbnail.downloadToBuffer()),

    /** As they come, so that nothing of 25 MB is held; null when there are none. */
    open: (fileId: string): Promise<ReadableStream<Uint8Array> | null> =>
      unlessGone(blob(fileId, 'original'), async (original) => {
        const { readableStreamBody } = await original.download();
        return Readable.toWeb(Readable.from(readableStreamBody!)) as ReadableStream<Uint8Array>;
      }),

    async remove(fileId: string): Promise<void> {
      await blob(fileId, 'thumbnail').deleteIfExists();
      await blob(fileId, 'original').deleteIfExists();
    },
  };
};

async function unlessGone<T>(blob: BlockBlobClient, read: (blob: BlockBlobClient) => Promise<T>): Promise<T | null> {
  try {
    return await read(blob);
  } catch (error) {
    if (isStatus(error, 404)) return null;
    throw error;
  }
}
