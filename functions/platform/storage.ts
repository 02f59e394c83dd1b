import { ManagedIdentityCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import { config } from './config.ts';

const blobs =
  'connection' in config.storage
    ? BlobServiceClient.fromConnectionString(config.storage.connection)
    : new BlobServiceClient(config.storage.endpoint, new ManagedIdentityCredential());

const queues =
  'connection' in config.storageQueues
    ? QueueServiceClient.fromConnectionString(config.storageQueues.connection)
    : new QueueServiceClient(config.storageQueues.endpoint, new ManagedIdentityCredential());

export const blobContainer = (name: string) => blobs.getContainerClient(name);

/** Azure Functions reads queue messages as base64. */
export const enqueue = async (queue: string, message: unknown): Promise<void> => {
  await queues.getQueueClient(queue).sendMessage(Buffer.from(JSON.stringify(message)).toString('base64'));
};

export const storageAnswers = async (): Promise<void> => void (await blobs.getProperties());
