import { RestError } from '@azure/storage-blob';
import { idBytes, type Payers, payersOf } from '#domain/segments/payers.ts';
import { blobContainer } from '#functions/platform/storage.ts';

const snapshots = blobContainer('snapshots');

/** `version` grows by one with each change; `etag` is null before the first. */
export type Snapshot = { payers: Payers; version: number; etag: string | null };

/** One blob for each workspace: every payer's measures, 32 bytes a customer. */
export const snapshotStore = (workspaceId: string) => {
  const blob = snapshots.getBlockBlobClient(`${workspaceId}.payers`);
  return {
    async snapshot(): Promise<Snapshot> {
      try {
        const { etag, readableStreamBody } = await blob.download();
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
        await blob.upload(bytes, bytes.byteLength, { conditions: etag ? { ifMatch: etag } : { ifNoneMatch: '*' } });
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

// Format, version, count and a spare word; then the columns, widest first so that each is aligned.
const format = 1;
const headBytes = 16;
const bytesEach = 8 + 4 + 4 + idBytes;

export function encode(payers: Payers, version: number): Buffer {
  const columns = [payers.monetary, payers.lastPaidOn, payers.frequency, payers.ids];
  const head = Uint32Array.of(format, version, payers.frequency.length, 0);
  return Buffer.concat([head, ...columns].map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)));
}

export function decode(bytes: Uint8Array): { payers: Payers; version: number } {
  // A copy begins at an aligned address; a pooled buffer does not.
  const { buffer } = Uint8Array.from(bytes);
  const [form, version = 0, count = 0] = buffer.byteLength < headBytes ? [] : new Uint32Array(buffer, 0, 3);
  const isWhole = form === format && buffer.byteLength === headBytes + count * bytesEach;
  if (!isWhole) throw new Error('This is not a snapshot of payers');

  const lastPaidOn = headBytes + count * 8;
  const frequency = lastPaidOn + count * 4;
  const payers = {
    monetary: new Float64Array(buffer, headBytes, count),
    lastPaidOn: new Int32Array(buffer, lastPaidOn, count),
    frequency: new Uint32Array(buffer, frequency, count),
    ids: new Uint8Array(buffer, frequency + count * 4, count * idBytes),
  };
  return { payers, version };
}
