import { setTimeout as wait } from 'node:timers/promises';
import { WebPubSubClient } from '@azure/web-pubsub-client';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { LiveEvent } from '#domain/realtime/event.ts';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { signUpCustomer } from '../people/business.ts';
import { importPayments } from '../people/import-payments.ts';
import { payOnPage } from '../people/pay.ts';
import type { Person } from '../people/person.ts';
import { percentile, show } from './figures.ts';
import { newBusiness, password, type Product, startProduct } from './product.ts';

const payments = 40;

/** So many customers, each of whom has paid once. */
function history(customers: number): string {
  const rows = Array.from({ length: customers }, (_, at) => {
    const day = new Date(Date.UTC(2025, 0, 1 + (at % 300))).toISOString().slice(0, 10);
    return `${String(at).padStart(6, '0')},${day},${(10 + ((at * 7919) % 50_000) / 100).toFixed(2)}`;
  });
  return ['customer,date,amount', ...rows, ''].join('\n');
}

/** The segments page: it hears that the segments have changed, and asks for them. */
async function openPage(admin: Person) {
  const heard: { version: number; at: number }[] = [];
  const client = new WebPubSubClient({
    getClientAccessUrl: async () => (await admin.call(realtimeRoutes.negotiate)).url,
  });
  client.on('group-message', ({ message }) => {
    const { data: event } = LiveEvent.safeParse(message.data);
    if (event?.kind === 'segments.changed') heard.push({ version: event.version, at: performance.now() });
  });
  await client.start();
  return {
    close: () => client.stop(),
    async next(after: number): Promise<{ version: number; at: number }> {
      const limit = performance.now() + 60_000;
      while (performance.now() < limit) {
        const found = heard.find(({ version }) => version > after);
        if (found) return found;
        await wait(1);
      }
      throw new Error('The segments did not change within a minute');
    },
  };
}

async function newPayer(product: Product, admin: Person, slug: string) {
  const joining = { slug, name: 'Grace', email: `grace@${slug}.example`, password, task: 'A ring' };
  const { person, me } = await signUpCustomer(product, joining);
  await admin.call(memberRoutes.verify, { params: { memberId: me.member.id } });
  const { items } = await person.call(taskRoutes.list);
  return { person, taskId: items[0]!.id };
}

type Used = { requests: number; charge: number };
type Usage = Record<string, Used>;

async function usageOf({ settings }: Product): Promise<Usage> {
  const [, endpoint] = /AccountEndpoint=([^;]+)/.exec(settings.COSMOS) ?? [];
  const response = await fetch(`${endpoint}_control`);
  return ((await response.json()) as { usage: Usage }).usage;
}

/** The host asks the change feed and renews its leases all the time: that is not the payment's. */
function usedBetween(before: Usage, after: Usage): Used {
  const own = Object.keys(after).filter((operation) => operation !== 'change-feed');
  const sum = (part: keyof Used) =>
    own.reduce((total, operation) => total + after[operation]![part] - (before[operation]?.[part] ?? 0), 0);
  return { requests: sum('requests'), charge: sum('charge') };
}

async function measure(product: Product, customers: number) {
  // Six digits in a mail would be taken for its code.
  const slug = `with-${customers / 1000}k`;
  const admin = await newBusiness(product, slug);
  await importPayments(admin, { name: 'history.csv', csv: history(customers) });
  const { person, taskId } = await newPayer(product, admin, slug);
  const page = await openPage(admin);
  let { version } = await settled(admin);

  const toEvent: number[] = [];
  const toPage: number[] = [];
  const used: Used[] = [];
  for (let at = 0; at < payments; at++) {
    const draft = { taskId, amount: 1000 + at, currency: 'USD' as const, attemptId: crypto.randomUUID() };
    const { url } = await person.call(paymentRoutes.checkout, { body: draft });
    const before = await usageOf(product);
    const start = performance.now();
    await payOnPage(url);
    const heard = await page.next(version);
    toEvent.push(heard.at - start);
    const asked = performance.now();
    ({ version } = await admin.call(segmentRoutes.summary));
    await admin.call(segmentRoutes.customers);
    toPage.push(heard.at - start + performance.now() - asked);
    used.push(usedBetween(before, await usageOf(product)));
  }
  page.close();
  return { toEvent, toPage, used };
}

/** The segments once they stand still: the import's own changes are worked off. */
async function settled(admin: Person): Promise<{ version: number }> {
  let last = await admin.call(segmentRoutes.summary);
  for (;;) {
    await wait(3000);
    const next = await admin.call(segmentRoutes.summary);
    if (next.version === last.version && next.version > 0) return next;
    last = next;
  }
}

/** Other sizes may be given: `node infra/bench/live.ts 1000 2000`. */
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];
await using product = await startProduct();
const middles: number[] = [];
for (const customers of sizes) {
  const { toEvent, toPage, used } = await measure(product.ready, customers);
  const p50 = percentile(toPage, 50);
  const goal = { goal: { atMost: customers <= 10_000 ? 1000 : 1500 } };
  const operations = used.map(({ requests }) => requests);
  const charges = used.map(({ charge }) => charge);
  middles.push(p50);
  show(
    `From the press of Pay to the segments page of ${customers.toLocaleString('en')} customers, ${payments} payments`,
    [
      { what: 'page up to date: p95', value: percentile(toPage, 95), unit: 'ms', ...goal },
      { what: '  p50', value: p50, unit: 'ms' },
      { what: '  of that until the event: p95', value: percentile(toEvent, 95), unit: 'ms' },
      { what: '  p50 over that with the fewest customers', value: p50 / middles[0]!, unit: 'times' },
      { what: 'Cosmos operations of one payment, p50', value: percentile(operations, 50), unit: 'operations' },
      { what: 'request charge of one payment, p50', value: percentile(charges, 50), unit: 'RU' },
    ],
  );
}
