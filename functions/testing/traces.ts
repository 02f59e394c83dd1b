import { ChangeFeedStartFrom, type Container, CosmosClient } from '@azure/cosmos';
import { BlobServiceClient } from '@azure/storage-blob';

type Where = { settings: Record<string, string>; mailUrl: string };
type Document = { id: string; _self: string; _etag: string };

// Counters of tries, sessions that slide on, what triggers keep for themselves, and what feeds derive a moment later.
const unwatched = ['leases', 'seats', 'notifications'];
const isWatched = (container: string, { id }: Document): boolean =>
  !unwatched.includes(container) && !['reconcile', 'room'].includes(id) && !/^(?:l\||m\||r\|session\|)/.test(id);

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
