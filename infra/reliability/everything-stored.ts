import { CosmosClient } from '@azure/cosmos';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import { everyDocument } from '#functions/testing/traces.ts';

type Found = { where: string; text: string };

/** All that the product keeps, of all businesses and of none: each document, blob and message that waits, as text. */
export async function* everythingStored(settings: Record<string, string>): AsyncIterable<Found> {
  const database = new CosmosClient(settings['COSMOS']!).database('crm');
  for (const { id: name } of (await database.containers.readAll().fetchAll()).resources)
    for (const document of await everyDocument(database.container(name)))
      yield { where: `${name} ${document.id}`, text: JSON.stringify(document) };

  const blobs = BlobServiceClient.fromConnectionString(settings['STORAGE']!);
  for await (const { name } of blobs.listContainers()) {
    const container = blobs.getContainerClient(name);
    for await (const blob of container.listBlobsFlat()) {
      const bytes = await container.getBlobClient(blob.name).downloadToBuffer();
      yield { where: `${name} ${blob.name}`, text: bytes.toString() };
    }
  }

  const queues = QueueServiceClient.fromConnectionString(settings['STORAGE']!);
  for await (const { name } of queues.listQueues()) {
    const { peekedMessageItems } = await queues.getQueueClient(name).peekMessages({ numberOfMessages: 32 });
    for (const { messageText } of peekedMessageItems)
      yield { where: `queue ${name}`, text: Buffer.from(messageText, 'base64').toString() };
  }
}
