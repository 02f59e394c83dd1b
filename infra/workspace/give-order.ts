import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { DefaultAzureCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import {
  archiveContainer,
  archiveOf,
  type Order,
  OrderReport,
  ordersQueue,
  reportOf,
} from '#functions/exports/order.ts';

/** That of a running start. */
export const localStorage = 'UseDevelopmentStorage=true';

/** A storage account of Azure is entered as whoever is signed in there; a connection string as it says. */
function clientsFor(storage: string) {
  if (storage.includes('='))
    return {
      blobs: BlobServiceClient.fromConnectionString(storage),
      queues: QueueServiceClient.fromConnectionString(storage),
    };
  const credential = new DefaultAzureCredential();
  return {
    blobs: new BlobServiceClient(`https://${storage}.blob.core.windows.net`, credential),
    queues: new QueueServiceClient(`https://${storage}.queue.core.windows.net`, credential),
  };
}

type Given = { storage: string; order: Order; file: string; onWord?: (words: string) => void };

/** Has the running product do it, and waits until it says what became of it. The file is the backup, there or here. */
export async function giveOrder({ storage, order, file, onWord }: Given): Promise<OrderReport> {
  const { blobs, queues } = clientsFor(storage);
  const container = blobs.getContainerClient(archiveContainer);
  const archive = container.getBlockBlobClient(archiveOf(order));
  if (order.kind === 'import') await archive.uploadFile(file);
  const message = Buffer.from(JSON.stringify(order)).toString('base64');
  await queues.getQueueClient(ordersQueue).sendMessage(message);

  let said = '';
  for (;;) {
    const report = await reported();
    if (report && report.words !== said) onWord?.((said = report.words));
    if (report && report.state !== 'working') {
      if (order.kind === 'export' && report.state === 'done') await archive.downloadToFile(file);
      // With the file here there is no need of another copy of all those people.
      await archive.deleteIfExists();
      return report;
    }
    await wait(500);
  }

  async function reported(): Promise<OrderReport | null> {
    const blob = container.getBlobClient(reportOf(order));
    if (!(await blob.exists())) return null;
    // At once: `downloadToBuffer` asks for the length first, and the next report may be longer.
    return OrderReport.parse(await json((await blob.download()).readableStreamBody!));
  }
}
