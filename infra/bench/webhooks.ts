import { setTimeout as wait } from 'node:timers/promises';
import Stripe from 'stripe';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { signUpCustomer } from '../people/business.ts';
import { payOnPage } from '../people/pay.ts';
import type { Person } from '../people/person.ts';
import { openStored, type Stored } from '../reliability/stored.ts';
import { percentile, show, timed } from './figures.ts';
import { newBusiness, password, type Product, startProduct } from './product.ts';

// Stripe sends what it has; this sends the same bodies as fast as they are taken, so many at a time.
const atOnce = 16;
const shops = 4;
const paymentsEach = 400;
const secret = 'whsec_local';

/** All of them in turn, so many at a time. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}

async function newPayer(product: Product, slug: string): Promise<Person> {
  const admin = await newBusiness(product, slug);
  const joining = { slug, name: 'Grace', email: `grace@${slug}.example`, password, task: 'A ring' };
  const { person, me } = await signUpCustomer(product, joining);
  await admin.call(memberRoutes.verify, { params: { memberId: me.member.id } });
  return person;
}

/** Paid at Stripe; no word of it has come here. */
async function payUnheard(payer: Person): Promise<void> {
  const draft = { amount: 1000, currency: 'USD', attemptId: crypto.randomUUID() };
  const { url } = await payer.call(paymentRoutes.checkout, { body: draft });
  await payOnPage(url);
}

type Sent = { id: string; payload: string; header: string; workspaceId: string };

async function events(stripe: Stripe): Promise<Sent[]> {
  const sent: Sent[] = [];
  for await (const event of stripe.events.list({ types: ['checkout.session.completed'], limit: 100 })) {
    const { metadata } = event.data.object as Stripe.Checkout.Session;
    const payload = JSON.stringify(event);
    const header = stripe.webhooks.generateTestHeaderString({ payload, secret });
    sent.push({ id: event.id, payload, header, workspaceId: metadata!['workspaceId']! });
  }
  return sent;
}

async function send(product: Product, { payload, header }: Sent): Promise<void> {
  const response = await fetch(`${product.origin}/api/stripe/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': header },
    body: payload,
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

const isKept = async (stored: Stored, { id }: Sent): Promise<boolean> =>
  (await stored.container('inbox').item(id, id).read()).resource !== undefined;

async function paidIn(stored: Stored, workspaceIds: Set<string>): Promise<number> {
  const query = "SELECT VALUE COUNT(1) FROM c WHERE c.kind = 'payment' AND c.status = 'paid'";
  let paid = 0;
  for (const partitionKey of workspaceIds) {
    const { resources } = await stored.container('payments').items.query<number>(query, { partitionKey }).fetchAll();
    paid += resources[0] ?? 0;
  }
  return paid;
}

async function measure(product: Product): Promise<void> {
  const { STRIPE_API } = product.settings;
  const url = new URL(STRIPE_API);
  const stripe = new Stripe('sk_test_local', {
    host: url.hostname,
    port: url.port,
    protocol: 'http',
    telemetry: false,
  });
  await fetch(`${STRIPE_API}/_control/webhooks`, { method: 'POST', body: JSON.stringify({ drop: 1_000_000 }) });

  const payers: Person[] = [];
  for (let at = 0; at < shops; at++) payers.push(await newPayer(product, `hooks-${at}`));
  await inParallel(
    payers.flatMap((payer) => Array.from({ length: paymentsEach }, () => payer)),
    payUnheard,
  );

  const told = await events(stripe);
  const stored = openStored(product.settings.COSMOS);
  const times: number[] = [];
  let missing = 0;
  let at = 0;
  const ms = await timed(() =>
    inParallel(told, async (event) => {
      times.push(await timed(() => send(product, event)));
      // Every tenth is looked for, so that looking costs little.
      if (at++ % 10 === 0 && !(await isKept(stored, event))) missing++;
    }),
  );
  const workspaceIds = new Set(told.map(({ workspaceId }) => workspaceId));
  const more = await timed(async () => {
    while ((await paidIn(stored, workspaceIds)) < told.length) await wait(100);
  });
  const again = await timed(() => inParallel(told, (event) => send(product, event)));
  stored.close();

  show(`Stripe's webhook: ${told.length} payments of ${shops} businesses, ${atOnce} at a time`, [
    {
      what: 'events a second, each kept before its answer',
      value: (told.length / ms) * 1000,
      unit: '/s',
      goal: { atLeast: 200 },
    },
    { what: 'of every tenth, not in the database after its answer', value: missing, unit: '', goal: { atMost: 0 } },
    { what: 'p95 of an answer', value: percentile(times, 95), unit: 'ms' },
    {
      what: 'payments booked a second, from the first event to the last',
      value: (told.length / (ms + more)) * 1000,
      unit: '/s',
    },
    { what: 'the same events once more, a second', value: (told.length / again) * 1000, unit: '/s' },
  ]);
}

await using product = await startProduct();
await measure(product.ready);
