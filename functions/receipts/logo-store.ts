import { randomBytes } from 'node:crypto';
import { RestError } from '@azure/storage-blob';
import { blobContainer } from '#functions/platform/storage.ts';
import type { Logo } from './draw-logo.ts';

const logos = blobContainer('logos');

type Form = 'webp' | 'jpeg';

/** The logos of one workspace. None is ever removed: a receipt shows the one it was issued with. */
export const logoStore = (workspaceId: string) => {
  const blob = (logo: string, form: Form) => logos.getBlockBlobClient(`${workspaceId}/${logo}.${form}`);
  const keep = async (logo: string, form: Form, bytes: Uint8Array): Promise<void> =>
    void (await blob(logo, form).uploadData(bytes, { blobHTTPHeaders: { blobContentType: `image/${form}` } }));

  return {
    /** The name it is kept under. */
    async add({ webp, jpeg }: Logo): Promise<string> {
      const logo = randomBytes(16).toString('base64url');
      await Promise.all([keep(logo, 'webp', webp), keep(logo, 'jpeg', jpeg)]);
      return logo;
    },

    /** Null when there is no such logo in this workspace. */
    async read(logo: string, form: Form): Promise<Uint8Array | null> {
      try {
        return await blob(logo, form).downloadToBuffer();
      } catch (error) {
        if (error instanceof RestError && error.statusCode === 404) return null;
        throw error;
      }
    },
  };
};
