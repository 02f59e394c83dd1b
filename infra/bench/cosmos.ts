import { ChangeFeedStartFrom, type Container, CosmosClient, type JSONObject } from '@azure/cosmos';
import { startChild } from './child.ts';
import { percentile, show, timed } from './figures.ts';

const rounds = 7;
const concurrency = 16;
const documents = 100_000;
const workspaceId = 'acme';

type Account = { endpoint: string; key: string };

const clientOf = ({ endpoint, key }: Account) =>
  new CosmosClient({ endpoint, key, connectionPolicy: { enableBackgroundEndpointRefreshing: false } });

/** How often a second sixteen callers get it done, each of whom waits for its answer. */
async function perSecond(work: (at: number) => Promise<unknown>, seconds: number): Promise<number> {
  let count = 0;
  const start = performance.now();
  const call = async (): Promise<void> => {
    while (performance.now() < start + seconds * 1000) await work(count++);
  };
  await Promise.all(Array.from({ length: concurrency }, call));
  return (count * 1000) / (performance.now() - start);
}

/** The middle of several rounds each. In turns, so that whatever else this machine does falls on all of them. */
async function inTurns<const Name extends string>(works: Record<Name, (at: number) => Promise<unknown>>) {
  const names = Object.keys(works) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (const name of names) await perSecond(works[name], 1);
  for (let round = 0; round < rounds; round++) {
    for (const name of names) found[name].push(await perSecond(works[name], 1));
  }
  return Object.fromEntries(names.map((name) => [name, percentile(found[name], 50)])) as Record<Name, number>;
}

async function middleOf(times: number, work: (turn: number) => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let turn = 0; turn < times; turn++) all.push(await timed(() => work(turn)));
  return percentile(all, 50);
}

/** A customer as the product stores one: a few words to be searched by, a name to be sorted by, about 1 KB. */
function customer(id: string): JSONObject {
  const tokens = Array.from({ length: 12 }, () => Math.random().toString(36).slice(2, 10));
  const name = tokens.slice(0, 2).join(' ');
  const measures = { lastPaidOn: '2026-03-02', frequency: id.length, monetary: Math.floor(Math.random() * 1e6) };
  return {
    id,
    workspaceId,
    name,
    sortName: name,
    email: null,
    memberId: null,
    tokens,
    measures,
    note: 'x'.repeat(400),
  };
}

function payment(id: string): JSONObject {
  const createdAt = new Date(1.7e12 + Math.floor(Math.random() * 5e10)).toISOString();
  const who = { id: `c${Math.floor(Math.random() * 20_000)}`, name: 'Ada', email: 'ada@example.com' };
  const money = { amount: 1999, currency: 'USD', status: 'paid', method: 'imported', paidOn: createdAt.slice(0, 10) };
  return { id, workspaceId, customer: who, task: null, ...money, failureReason: null, createdAt, updatedAt: createdAt };
}

/** Not the product's own, which change: the figures are to be compared with last month's. */
async function createContainers(client: CosmosClient): Promise<void> {
  const { database } = await client.databases.createIfNotExists({ id: 'crm' });
  const indexed = {
    customers: ['/sortName/?', '/memberId/?', '/tokens/[]/?', '/measures/frequency/?', '/measures/monetary/?'],
    payments: ['/createdAt/?', '/status/?', '/customer/id/?', '/task/id/?'],
  };
  for (const [id, paths] of Object.entries(indexed)) {
    const includedPaths = paths.map((path) => ({ path }));
    const indexingPolicy = { includedPaths, excludedPaths: [{ path: '/*' }] };
    await database.containers.create({ id, partitionKey: '/workspaceId', indexingPolicy });
  }
}

/** In batches of 100; the answer is the milliseconds of each batch. */
async function fill(container: Container, total: number, make: (id: string) => JSONObject): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < total; at += 100) {
    const operations = Array.from({ length: 100 }, (_, n) => ({
      operationType: 'Create' as const,
      resourceBody: make(`d${at + n}`),
    }));
    times.push(await timed(() => container.items.batch(operations, workspaceId)));
  }
  return times;
}

async function readFeed(container: Container): Promise<number> {
  const changeFeedStartFrom = ChangeFeedStartFrom.Beginning();
  const feed = container.items.getChangeFeedIterator({ changeFeedStartFrom, maxItemCount: 1000 });
  let read = 0;
  for (;;) {
    const page = await feed.readNext();
    if (page.statusCode === 304) return read;
    read += page.result.length;
  }
}

/** Far into the order, so that a page that counted its way there would show. */
async function pageAt(container: Container, pages: number): Promise<string> {
  const query = container.items.query('SELECT * FROM c ORDER BY c.sortName', {
    partitionKey: workspaceId,
    maxItemCount: 1000,
  });
  for (let page = 1; page < pages; page++) await query.fetchNext();
  return (await query.fetchNext()).continuationToken;
}

const page = (container: Container, continuationToken?: string) =>
  container.items
    .query('SELECT * FROM c ORDER BY c.sortName', {
      partitionKey: workspaceId,
      maxItemCount: 50,
      ...(continuationToken && { continuationToken }),
    })
    .fetchNext();

await using local = await startChild<Account>('cosmos.ts');
await using fastest = await startChild<Account>('same-answer.ts');
await createContainers(clientOf(local.ready));

const containersOf = (account: Account) => {
  const database = clientOf(account).database('crm');
  return { customers: database.container('customers'), payments: database.container('payments') };
};
const { customers, payments } = containersOf(local.ready);
const ceiling = containersOf(fastest.ready);

const filling = await fill(customers, documents, customer);
const payingBatches = await fill(payments, 20_000, payment);

const some = (at: number) => `d${(at * 7919) % documents}`;
const rates = await inTurns({
  read: (at) => customers.item(some(at), workspaceId).read(),
  readAtMost: () => ceiling.customers.item('one', workspaceId).read(),
  upsert: (at) => payments.items.upsert(payment(`u${at}`)),
  upsertAtMost: (at) => ceiling.payments.items.upsert(payment(`u${at}`)),
  upsertCustomer: (at) => customers.items.upsert(customer(some(at))),
});

const far = await pageAt(customers, 80);
const firstPage = await middleOf(100, () => page(customers));
const farPage = await middleOf(100, () => page(customers, far));
const feedMs = await timed(() => readFeed(customers));

show(`Cosmos over its SDK, ${concurrency} callers, server and client a process each`, [
  { what: 'point reads', value: rates.read, unit: '/s', goal: { atLeast: 3000 } },
  { what: '  the SDK against a server that looks at nothing', value: rates.readAtMost, unit: '/s' },
  { what: '  share of that ceiling', value: rates.read / rates.readAtMost, unit: 'of 1' },
  { what: 'upserts of payments', value: rates.upsert, unit: '/s', goal: { atLeast: 1000 } },
  { what: '  the SDK against a server that looks at nothing', value: rates.upsertAtMost, unit: '/s' },
  { what: '  share of that ceiling', value: rates.upsert / rates.upsertAtMost, unit: 'of 1' },
  { what: 'upserts of customers, every word of theirs new', value: rates.upsertCustomer, unit: '/s' },
]);
show(`Pages, batches and the change feed at ${documents.toLocaleString('en')} documents`, [
  { what: 'ordered page of 50, the first', value: firstPage, unit: 'ms', goal: { atMost: 10 } },
  { what: 'ordered page of 50, after 80,000', value: farPage, unit: 'ms', goal: { atMost: 10 } },
  { what: '  far over first', value: farPage / firstPage, unit: 'times' },
  {
    what: 'change feed, all of it',
    value: (documents * 1000) / feedMs,
    unit: 'documents/s',
    goal: { atLeast: 20_000 },
  },
  { what: 'batch of 100 payments, middle', value: percentile(payingBatches, 50), unit: 'ms' },
  {
    what: 'batch of 100 customers with 12 new words, the first',
    value: percentile(filling.slice(0, 100), 50),
    unit: 'ms',
  },
  {
    what: 'batch of 100 customers with 12 new words, the last',
    value: percentile(filling.slice(-100), 50),
    unit: 'ms',
  },
  {
    what: '  a payment in a batch over a payment alone',
    value: (percentile(payingBatches, 50) / 100) * (rates.upsert / 1000),
    unit: 'times',
  },
]);
