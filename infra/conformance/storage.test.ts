import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobServiceClient, type RestError } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startAzurite } from '../local/azurite/server.ts';
import { service } from './service.ts';

const storage = await service('CONFORMANCE_STORAGE', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'starone-conformance-'));
  const local = await startAzurite({ blobPort: 0, queuePort: 0, dir });
  return {
    connection: local.connectionString,
    close: async () => {
      await local.close();
      rmSync(dir, { recursive: true });
    },
  };
});

const name = `conformance-${crypto.randomUUID()}`;
const blobs = BlobServiceClient.fromConnectionString(storage.connection).getContainerClient(name);
const queue = QueueServiceClient.fromConnectionString(storage.connection).getQueueClient(name);
const statusOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    ({ statusCode }: RestError) => statusCode,
  );

beforeAll(async () => void (await Promise.all([blobs.create(), queue.create()])));
afterAll(async () => {
  await Promise.all([blobs.delete(), queue.delete()]);
  await storage.close();
});

describe(`Blob Storage, ${storage.name}`, () => {
  test('keeps bytes with their type, and gives a part of them', async () => {
    const blob = blobs.getBlockBlobClient('a/ring.txt');
    await blob.uploadData(Buffer.from('a blue ring'), { blobHTTPHeaders: { blobContentType: 'text/plain' } });
    expect((await blob.downloadToBuffer(2, 4)).toString()).toBe('blue');
    expect(await blob.getProperties()).toMatchObject({ contentType: 'text/plain', contentLength: 11 });
  });

  test('writes only where nothing is, or over the version that was read', async () => {
    const blob = blobs.getBlockBlobClient('b/versioned');
    const put = (text: string, conditions: object) => blob.uploadData(Buffer.from(text), { conditions });
    const { etag } = await put('one', { ifNoneMatch: '*' });
    expect(await statusOf(put('again', { ifNoneMatch: '*' }))).toBe(409);
    await put('two', { ifMatch: etag });
    expect(await statusOf(put('three', { ifMatch: etag }))).toBe(412);
    expect((await blob.downloadToBuffer()).toString()).toBe('two');
  });

  test('lists what begins with a name, and forgets what is deleted', async () => {
    for (const each of ['c/1', 'c/2', 'd/1']) await blobs.getBlockBlobClient(each).uploadData(Buffer.from(each));
    await blobs.getBlockBlobClient('c/2').delete();
    const found: string[] = [];
    for await (const blob of blobs.listBlobsFlat({ prefix: 'c/' })) found.push(blob.name);
    expect(found).toEqual(['c/1']);
  });
});

describe(`Queue Storage, ${storage.name}`, () => {
  test('shows a message to one reader at a time, counts the tries, and forgets what is done', async () => {
    await queue.sendMessage('a message');
    const [first] = (await queue.receiveMessages({ visibilityTimeout: 1 })).receivedMessageItems;
    expect(first).toMatchObject({ messageText: 'a message', dequeueCount: 1 });
    expect((await queue.receiveMessages()).receivedMessageItems).toEqual([]);

    const [again] = await untilThere(async () => (await queue.receiveMessages()).receivedMessageItems);
    expect(again).toMatchObject({ messageId: first!.messageId, dequeueCount: 2 });
    await queue.deleteMessage(again!.messageId, again!.popReceipt);
    expect((await queue.peekMessages()).peekedMessageItems).toEqual([]);
  });

  test('holds a message back for as long as it was told', async () => {
    await queue.sendMessage('later', { visibilityTimeout: 60 });
    expect((await queue.receiveMessages()).receivedMessageItems).toEqual([]);
    expect((await queue.getProperties()).approximateMessagesCount).toBe(1);
  });
});

async function untilThere<T>(read: () => Promise<T[]>): Promise<T[]> {
  for (;;) {
    const found = await read();
    if (found.length > 0) return found;
  }
}
