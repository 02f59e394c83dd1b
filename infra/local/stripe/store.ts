import { join } from 'node:path';
import type { SQLInputValue } from 'node:sqlite';
import type Stripe from 'stripe';
import { openDatabase, transaction } from '../database.ts';
import type { Onboarding } from './connect/account-links.ts';
import type { Afterwards, PaidCard } from './cards.ts';
import { makeTables } from './schema.ts';

/** What the stand-in keeps, by Stripe's own `object` name. */
export interface Kinds {
  'checkout.session': Stripe.Checkout.Session;
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
  balance_transaction: Stripe.BalanceTransaction;
  customer: Stripe.Customer;
  account: Stripe.Account;
  webhook_endpoint: Stripe.WebhookEndpoint;
  event: Stripe.Event;
  item: Stripe.LineItem;
}
export type Kind = keyof Kinds;

/** What must be remembered beside Stripe's objects, by the id of one. */
interface Notes {
  /** What the session's payment intent shall say, once there is one. */
  'intent draft': { metadata: Record<string, string>; description: string | null; receiptEmail: string | null };
  /** The card that waits for 3-D Secure. */
  'waiting card': PaidCard;
  /** What becomes of a paid charge. */
  afterwards: Afterwards;
  /** What Stripe keeps of a webhook endpoint and never shows again. */
  endpoint: { secret: string; hearsAccounts: boolean };
  'account link': Onboarding & { expiresAt: number; isUsed: boolean };
  /** Who is on the onboarding pages, by what their address ends with. */
  onboarding: Onboarding;
  /** Of an account that took back what it allowed. */
  deauthorized: true;
}

export interface ListQuery {
  account: string;
  kind: Kind;
  parent?: string;
  /** Extra SQL conditions on `body`, with their values. */
  where?: [condition: string, ...values: SQLInputValue[]][];
  afterSeq?: number;
  beforeSeq?: number;
  limit: number;
}

export type Store = ReturnType<typeof openStore>;

/** Everything is on disk when a call returns; `together` makes several writes one. */
export function openStore(dir: string) {
  const db = openDatabase(join(dir, 'stripe.sqlite'));
  makeTables(db);

  const upsert = db.prepare(
    `insert into objects (id, account, kind, parent, body) values (?, ?, ?, ?, ?)
     on conflict (id) do update set body = excluded.body`,
  );
  const byId = db.prepare('select seq, account, body from objects where id = ? and kind = ?');

  return {
    db,

    together: <T>(work: () => T): T => transaction(db, work),

    put<K extends Kind>(account: string, kind: K, object: Kinds[K], parent: string | null = null): void {
      upsert.run(object.id, account, kind, parent, JSON.stringify(object));
    },

    /** Without an account: whoever it belongs to, for the hosted pages. */
    find<K extends Kind>(
      kind: K,
      id: string,
      account?: string,
    ): { seq: number; account: string; object: Kinds[K] } | undefined {
      const row = byId.get(id, kind) as { seq: number; account: string; body: string } | undefined;
      if (!row || (account !== undefined && row.account !== account)) return undefined;
      return { seq: row.seq, account: row.account, object: JSON.parse(row.body) as Kinds[K] };
    },

    /** Newest first; with `beforeSeq` the page just above it. */
    list<K extends Kind>(kind: K, query: Omit<ListQuery, 'kind'>): Kinds[K][] {
      const conditions: [string, ...SQLInputValue[]][] = [
        ['account = ?', query.account],
        ['kind = ?', kind],
      ];
      if (query.parent) conditions.push(['parent = ?', query.parent]);
      if (query.afterSeq !== undefined) conditions.push(['seq < ?', query.afterSeq]);
      if (query.beforeSeq !== undefined) conditions.push(['seq > ?', query.beforeSeq]);
      conditions.push(...(query.where ?? []));

      const upwards = query.beforeSeq !== undefined;
      const rows = db
        .prepare(
          `select body from objects where ${conditions.map(([sql]) => `(${sql})`).join(' and ')}
           order by seq ${upwards ? 'asc' : 'desc'} limit ?`,
        )
        .all(...conditions.flatMap(([, ...values]) => values), query.limit) as { body: string }[];
      const objects = rows.map((row) => JSON.parse(row.body) as Kinds[K]);
      return upwards ? objects.toReversed() : objects;
    },

    keepNote<K extends keyof Notes>(kind: K, id: string, value: Notes[K]): void {
      db.prepare('insert or replace into notes (kind, id, value) values (?, ?, ?)').run(
        kind,
        id,
        JSON.stringify(value),
      );
    },

    note<K extends keyof Notes>(kind: K, id: string): Notes[K] | undefined {
      const row = db.prepare('select value from notes where kind = ? and id = ?').get(kind, id);
      return row ? (JSON.parse(String(row['value'])) as Notes[K]) : undefined;
    },

    dropNote(kind: keyof Notes, id: string): void {
      db.prepare('delete from notes where kind = ? and id = ?').run(kind, id);
    },

    remove(kind: Kind, id: string): void {
      db.prepare('delete from objects where id = ? and kind = ?').run(id, kind);
    },

    close: () => db.close(),
  };
}
