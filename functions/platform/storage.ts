import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import { config } from './config.ts';
import { credential } from './credential.ts';

const blobs =
  'connection' in config.storage
    ? BlobServiceClient.fromConnectionString(config.storage.connection)
    : new BlobServiceClient(config.storage.endpoint, credential);

const queues =
  'connection' in config.storageQueues
    ? QueueServiceClient.fromConnectionString(config.storageQueues.connection)
    : new QueueServiceClient(config.storageQueues.endpoint, credential);

export const blobContainer = (name: string) => blobs.getContainerClient(name);

/** Azure Functions reads queue messages as base64. Nobody sees the message before `afterSeconds`. */
export const enqueue = async (queue: string, message: unknown, afterSeconds = 0): Promise<void> => {
  const text = Buffer.from(JSON.stringify(message)).toString('base64');
  await queues.getQueueClient(queue).sendMessage(text, { visibilityTimeout: afterSeconds });
};

export const storageAnswers = async (): Promise<void> => void (await blobs.getProperties());
