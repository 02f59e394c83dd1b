import { randomBytes } from 'node:crypto';
import { RestError } from '@azure/storage-blob';
import { type PhotoSize, photoSizes } from '#domain/photos/photo.ts';
import { blobContainer } from '#functions/platform/storage.ts';

const photos = blobContainer('photos');

export type Pictures = Record<PhotoSize, Uint8Array>;

/** The pictures of one workspace's people. A name is ours from its first letter to its last: nothing of it was sent. */
export const photoStore = (workspaceId: string) => {
  const blob = (photo: string, size: number | string) =>
    photos.getBlockBlobClient(`${workspaceId}/${photo}/${size}.webp`);
  const remove = async (photo: string): Promise<void> =>
    void (await Promise.all(photoSizes.map((size) => blob(photo, size).deleteIfExists())));

  async function sweep(memberId: string, isGone: (photo: string, storedAt: Date) => boolean): Promise<void> {
    for await (const { name, properties } of photos.listBlobsFlat({ prefix: `${workspaceId}/${memberId}-` })) {
      if (isGone(name.split('/')[1]!, properties.lastModified)) await photos.deleteBlob(name);
    }
  }

  return {
    newName: (memberId: string): string => `${memberId}-${randomBytes(16).toString('base64url')}`,

    keep: async (photo: string, pictures: Pictures): Promise<void> =>
      void (await Promise.all(
        photoSizes.map((size) =>
          blob(photo, size).uploadData(pictures[size], { blobHTTPHeaders: { blobContentType: 'image/webp' } }),
        ),
      )),

    /** Null when there is no such picture in this workspace. */
    async read(photo: string, size: string): Promise<Uint8Array | null> {
      try {
        return await blob(photo, size).downloadToBuffer();
      } catch (error) {
        if (error instanceof RestError && error.statusCode === 404) return null;
        throw error;
      }
    },

    remove,

    /** Those of a member that were stored before a moment, but for one: what a cut-off change has left. */
    removeOthers: (memberId: string, { keep, before }: { keep: string | null; before: Date }): Promise<void> =>
      sweep(memberId, (photo, storedAt) => photo !== keep && storedAt < before),

    removeAllOf: (memberId: string): Promise<void> => sweep(memberId, () => true),
  };
};
