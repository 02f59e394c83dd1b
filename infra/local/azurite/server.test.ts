import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import { expect, onTestFinished, test } from 'vitest';
import { createStorage, startAzurite } from './server.ts';

async function folder() {
  const dir = await mkdtemp(path.join(tmpdir(), 'azurite-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

test.each(['close', 'kill'] as const)('blobs and queued messages are there after a %s', async (end) => {
  const dir = await folder();
  const first = await startAzurite({ blobPort: 0, queuePort: 0, dir });
  await createStorage(first.connectionString, { containers: ['media'], queues: ['mail'] });
  await BlobServiceClient.fromConnectionString(first.connectionString)
    .getContainerClient('media')
    .getBlockBlobClient('note.txt')
    .upload('kept', 4);
  await QueueServiceClient.fromConnectionString(first.connectionString).getQueueClient('mail').sendMessage('a letter');
  await first[end]();

  const second = await startAzurite({ blobPort: 0, queuePort: 0, dir });
  onTestFinished(() => second.close());
  await createStorage(second.connectionString, { containers: ['media'], queues: ['mail'] });
  const blob = BlobServiceClient.fromConnectionString(second.connectionString)
    .getContainerClient('media')
    .getBlobClient('note.txt');
  const queue = QueueServiceClient.fromConnectionString(second.connectionString).getQueueClient('mail');
  expect(String(await blob.downloadToBuffer())).toBe('kept');
  expect((await queue.peekMessages()).peekedMessageItems.map((message) => message.messageText)).toEqual(['a letter']);
});

test('a port in use is said', async () => {
  const dir = await folder();
  const first = await startAzurite({ blobPort: 0, queuePort: 0, dir });
  onTestFinished(() => first.close());
  const blobPort = Number(/BlobEndpoint=http:\/\/127.0.0.1:(\d+)/.exec(first.connectionString)?.[1]);

  await expect(startAzurite({ blobPort, queuePort: 0, dir: await folder() })).rejects.toThrow(/EADDRINUSE/);
});
