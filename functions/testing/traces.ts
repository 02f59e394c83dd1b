import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ChangeFeedStartFrom, type Container, CosmosClient } from '@azure/cosmos';
import { BlobServiceClient } from '@azure/storage-blob';

type Where = { settings: Record<string, string>; mailUrl: string };
type Document = { id: string; _self: string; _etag: string };

// Counters of tries, sessions that slide on, what triggers keep for themselves, and what feeds derive a moment later.
const unwatched = ['leases', 'seats', 'notifications'];
const isWatched = (container: string, { id }: Document): boolean =>
  !unwatched.includes(container) && id !== 'room' && !/^(?:l\||m\||r\|session\||reconcile-)/.test(id);

/** Reads all there is, one line for each document, file and mail; a line changes when its document does. */
export async function watch({ settings, mailUrl }: Where): Promise<() => Promise<string[]>> {
  const database = new CosmosClient(settings['COSMOS']!).database('crm');
  const names = (await database.containers.readAll().fetchAll()).resources.map(({ id }) => id);
  const blobs = BlobServiceClient.fromConnectionString(settings['STORAGE']!);
  return async () => {
    const documents = names.map((name) => documentsIn(name, database.container(name)));
    return (await Promise.all([...documents, filesIn(blobs), mailsIn(mailUrl)])).flat().toSorted();
  };
}

const quietMs = 3000;

/** What there is once the feeds have derived all they derive: nothing has changed for three seconds. */
export async function settled(traces: () => Promise<string[]>): Promise<string[]> {
  let last = await traces();
  let since = performance.now();
  while (performance.now() - since < quietMs) {
    await wait(250);
    const now = await traces();
    if (!isDeepStrictEqual(now, last)) since = performance.now();
    last = now;
  }
  return last;
}

async function documentsIn(name: string, container: Container): Promise<string[]> {
  const found = (await everyDocument(container)).filter((document) => isWatched(name, document));
  return found.map(({ id, _self, _etag }) => `${name} ${id} ${_self} ${_etag}`);
}

/** The change feed from its beginning: the one way to see a whole container. */
export async function everyDocument(container: Container): Promise<Document[]> {
  const start = { changeFeedStartFrom: ChangeFeedStartFrom.Beginning(), maxItemCount: 1000 };
  const feed = container.items.getChangeFeedIterator<Document>(start);
  const found: Document[] = [];
  for (;;) {
    const page = await feed.readNext();
    if (page.statusCode === 304) return found;
    found.push(...page.result);
  }
}

/** The host keeps its own leases and schedules beside ours. */
async function filesIn(blobs: BlobServiceClient): Promise<string[]> {
  const lines: string[] = [];
  for await (const { name } of blobs.listContainers()) {
    if (name.startsWith('azure-webjobs')) continue;
    for await (const blob of blobs.getContainerClient(name).listBlobsFlat())
      lines.push(`${name} ${blob.name} ${blob.properties.etag}`);
  }
  return lines;
}

async function mailsIn(mailUrl: string): Promise<string[]> {
  const response = await fetch(`${mailUrl}/messages`);
  return ((await response.json()) as { id: number }[]).map(({ id }) => `mail ${id}`);
}
