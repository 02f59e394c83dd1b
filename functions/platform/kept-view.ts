import { RestError } from '@azure/storage-blob';
import type * as z from 'zod';
import { blobContainer } from './storage.ts';

const views = blobContainer('snapshots');

/** Takes all of them away: there is nothing any more that they could be made of. */
export async function forgetViews(workspaceId: string): Promise<void> {
  for await (const { name } of views.listBlobsFlat({ prefix: `${workspaceId}.` }))
    if (name.endsWith('.json')) await views.getBlobClient(name).deleteIfExists();
}

/** What a nightly pass has made for a page, kept whole. One that no longer fits its schema is as good as none. */
export const keptView = <S extends z.ZodType>(workspaceId: string, name: string, schema: S) => {
  const blob = () => views.getBlockBlobClient(`${workspaceId}.${name}.json`);
  return {
    async read(): Promise<z.infer<S> | null> {
      try {
        const bytes = await blob().downloadToBuffer();
        return schema.safeParse(JSON.parse(bytes.toString())).data ?? null;
      } catch (error) {
        if (error instanceof RestError && error.statusCode === 404) return null;
        throw error;
      }
    },

    async write(view: z.infer<S>): Promise<void> {
      const text = JSON.stringify(view);
      await blob().upload(text, Buffer.byteLength(text));
    },
  };
};
