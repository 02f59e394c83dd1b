import { setTimeout as wait } from 'node:timers/promises';
import { ChangeFeedStartFrom, type Container, CosmosClient } from '@azure/cosmos';
import { BlobServiceClient } from '@azure/storage-blob';

type Where = { settings: Record<string, string>; mailUrl: string };
type Document = { id: string; _self: string; _etag: string };

// Counters of tries, sessions that slide on, what triggers keep for themselves, and what feeds derive a moment later.
const unwatched = ['leases', 'seats', 'notifications'];
const isWatched = (container: string, { id }: Document): boolean =>
  !unwatched.includes(container) && id !== 'room' && !/^(?:l\||m\||r\|session\||reconcile-)/.test(id);

/** What is stored, one line for each document, file and mail; a line changes when its document does. */
export type Traces = {
  all: () => Promise<string[]>;
  /** What has come or changed since this was asked last; what went away is seen in `all` only. */
  news: () => Promise<string[]>;
};

export async function watch({ settings, mailUrl }: Where): Promise<Traces> {
  const database = new CosmosClient(settings['COSMOS']!).database('crm');
  const names = (await database.containers.readAll().fetchAll()).resources.map(({ id }) => id);
  const blobs = BlobServiceClient.fromConnectionString(settings['STORAGE']!);
  const feeds = names
    .filter((name) => !unwatched.includes(name))
    .map((name) => ({ name, container: database.container(name), read: feedOf(database.container(name)) }));
  const outside = async () => (await Promise.all([filesIn(blobs), mailsIn(mailUrl)])).flat();
  let before = new Set<string>();

  return {
    async all() {
      const documents = feeds.map(async ({ name, container }) => linesOf(name, await everyDocument(container)));
      return (await Promise.all([...documents, outside()])).flat().toSorted();
    },
    async news() {
      const documents = feeds.map(async ({ name, read }) => linesOf(name, await read()));
      const [there, ...changed] = await Promise.all([outside(), ...documents]);
      const files = there.filter((line) => !before.has(line));
      before = new Set(there);
      return [...changed.flat(), ...files];
    },
  };
}

const linesOf = (name: string, found: Document[]): string[] =>
  found
    .filter((document) => isWatched(name, document))
    .map(({ id, _self, _etag }) => `${name} ${id} ${_self} ${_etag}`);

const quietMs = 3000;

/** Once the feeds have derived all they derive: there has been no news for three seconds. */
export async function untilQuiet({ news }: Traces): Promise<void> {
  let since = performance.now();
  while (performance.now() - since < quietMs) {
    await wait(250);
    if ((await news()).length > 0) since = performance.now();
  }
}

/** The change feed from its beginning: the one way to see a whole container. */
export const everyDocument = (container: Container): Promise<Document[]> => feedOf(container)();

/** Each call goes on where the one before ended. */
function feedOf(container: Container): () => Promise<Document[]> {
  const start = { changeFeedStartFrom: ChangeFeedStartFrom.Beginning(), maxItemCount: 1000 };
  const feed = container.items.getChangeFeedIterator<Document>(start);
  return async () => {
    const found: Document[] = [];
    for (;;) {
      const page = await feed.readNext();
      if (page.statusCode === 304) return found;
      found.push(...page.result);
    }
  };
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
