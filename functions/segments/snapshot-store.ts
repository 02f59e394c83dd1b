import { RestError } from '@azure/storage-blob';
import { type Payers, payersOf } from '#domain/segments/payers.ts';
import { blobContainer } from '#functions/platform/storage.ts';
import { decode, encode } from './payers-bytes.ts';

const snapshots = blobContainer('snapshots');

/** `version` grows by one with each change; `etag` is null before the first. */
export type Snapshot = { payers: Payers; version: number; etag: string | null };

/** One blob for each workspace: every payer's measures, 52 bytes a customer. */
export const snapshotStore = (workspaceId: string) => {
  const blob = () => snapshots.getBlockBlobClient(`${workspaceId}.payers`);
  return {
    async snapshot(): Promise<Snapshot> {
      try {
        const { etag, readableStreamBody } = await blob().download();
        return { ...decode(await bytesOf(readableStreamBody!)), etag: etag! };
      } catch (error) {
        if (statusOf(error) === 404) return { payers: payersOf(0), version: 0, etag: null };
        throw error;
      }
    },

    /** Only over the one that was read: false when somebody else was first. */
    async replaceSnapshot({ payers, version, etag }: Snapshot): Promise<boolean> {
      const bytes = encode(payers, version);
      try {
        await blob().upload(bytes, bytes.byteLength, { conditions: etag ? { ifMatch: etag } : { ifNoneMatch: '*' } });
        return true;
      } catch (error) {
        if ([409, 412].includes(statusOf(error))) return false;
        throw error;
      }
    },
  };
};

const statusOf = (error: unknown): number => (error instanceof RestError ? (error.statusCode ?? 0) : 0);

async function bytesOf(stream: AsyncIterable<Uint8Array | string>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
