import Stripe from 'stripe';
import { importRoutes } from '#domain/imports/routes.ts';
import type { Business } from './business-under-test.ts';
import type { Addresses } from './product-process.ts';
import type { Document, Stored } from './stored.ts';
import { storedIn } from './stored-room.ts';
import type { History } from './walkers.ts';

type Ground = { stored: Stored; addresses: Addresses; business: Business; history: History };

/**
 * What differs between the history and what is there, in words; empty when every acknowledged thing is there once and
 * nothing else is. The model is the history itself: everybody ended what they began, so all of it was acknowledged.
 */
export async function differences(ground: Ground): Promise<string[]> {
  const found = await Promise.all([messages(ground), payments(ground), imports(ground), people(ground)]);
  return found.flat();
}

async function messages({ business, history }: Ground): Promise<string[]> {
  const rooms = await Promise.all(
    business.customers.map(async ({ person, taskId: roomId }) => {
      const { entries } = await storedIn(person, roomId);
      const there = entries.flatMap((entry) => {
        if (entry.kind !== 'message') return [];
        const { id, seq, text, deletedAt } = entry;
        return [{ roomId, id, seq, text, isDeleted: deletedAt !== null }];
      });
      const said = history.said.filter((each) => each.roomId === roomId).toSorted((a, b) => a.seq - b.seq);
      const gaps = entries.filter(({ seq }, at) => seq !== at + 1);
      return [...gaps.map(({ seq }) => `seq ${seq} is out of its place`), ...compare('message', said, there)];
    }),
  );
  return rooms.flat();
}

async function payments({ stored, addresses, business, history }: Ground): Promise<string[]> {
  const there = (await stored.all('payments', business.workspaceId)).filter(
    ({ kind, method }) => kind === 'payment' && method !== 'imported',
  );
  const asHistory = there.map((document) => ({
    paymentId: document.id,
    customerId: (document['customer'] as { id: string }).id,
    amount: document['amount'] as number,
  }));
  const open = there
    .filter(({ status }) => status !== 'paid')
    .map(({ id, status }) => `payment ${id} is ${String(status)}`);

  const { hostname, port } = new URL(addresses.stripeUrl);
  const stripe = new Stripe('sk_test_local', { host: hostname, port, protocol: 'http', telemetry: false });
  const charges: string[] = [];
  for await (const { metadata } of stripe.charges.list({ limit: 100 })) {
    if (metadata['workspaceId'] === business.workspaceId) charges.push(metadata['paymentId'] ?? '');
  }
  const sessions: string[] = [];
  for await (const { metadata } of stripe.checkout.sessions.list({ limit: 100 })) {
    if (metadata?.['workspaceId'] === business.workspaceId) sessions.push(metadata['paymentId'] ?? '');
  }
  const paid = history.paid.map(({ paymentId }) => paymentId);
  return [
    ...open,
    ...compare('payment', history.paid, asHistory),
    ...compare('session', paid, sessions),
    ...compare('charge', paid, charges),
  ];
}

async function imports({ stored, business, history }: Ground): Promise<string[]> {
  const open: string[] = [];
  for (const { importId } of history.imported) {
    const { state } = await business.admin.call(importRoutes.get, { params: { importId } });
    if (state !== 'done') open.push(`import ${importId} is ${state}`);
  }
  const rows = (await stored.all('payments', business.workspaceId)).filter(({ method }) => method === 'imported');
  const there = rows.map(
    (row) => `${(row['customer'] as { name: string }).name} ${String(row['paidOn'])} ${String(row['amount'])}`,
  );
  const sent = history.imported.flatMap(({ references }) =>
    references.flatMap((name) => [`${name} 2026-01-05 1250`, `${name} 2026-02-07 800`, `${name} 2026-02-07 800`]),
  );
  const names = history.imported.flatMap(({ references }) => references);
  const customers = await stored.all('customers', business.workspaceId);
  return [...open, ...compare('row', sent, there), ...compare('customer', names, valuesOf(customers, 'reference'))];
}

/** Somebody who joined is a member, a customer and a task, each once. */
async function people({ stored, business, history }: Ground): Promise<string[]> {
  const kinds = ['workspaces', 'customers', 'tasks'] as const;
  const emails = history.joined.map(({ email }) => email);
  const found = await Promise.all(
    kinds.map(async (container) => {
      const documents = await stored.all(container, business.workspaceId);
      const owners = documents.map((document) => (document['customer'] ?? document) as Document);
      return compare(
        `joined one in ${container}`,
        emails,
        valuesOf(owners, 'email').filter((email) => email.endsWith('@example.com')),
      );
    }),
  );
  return found.flat();
}

const valuesOf = (documents: Document[], name: string): string[] =>
  documents.flatMap((document) => (typeof document[name] === 'string' ? [document[name]] : []));

/** Both as bags: what one has more often than the other. */
function compare<T>(what: string, wanted: readonly T[], there: readonly T[]): string[] {
  const count = new Map<string, number>();
  for (const each of wanted) count.set(JSON.stringify(each), (count.get(JSON.stringify(each)) ?? 0) + 1);
  for (const each of there) count.set(JSON.stringify(each), (count.get(JSON.stringify(each)) ?? 0) - 1);
  return [...count].flatMap(([each, left]) => {
    if (left === 0) return [];
    return [left > 0 ? `${what} lost ${left} times: ${each}` : `${what} ${-left} times too often: ${each}`];
  });
}
