import { join } from 'node:path';
import type { SQLInputValue } from 'node:sqlite';
import type Stripe from 'stripe';
import { openDatabase, transaction } from '../database.ts';
import type { Afterwards, PaidCard } from './cards.ts';

/** What the stand-in keeps, by Stripe's own `object` name. */
export interface Kinds {
  'checkout.session': Stripe.Checkout.Session;
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
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

const schema = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  create table if not exists objects (
    seq integer primary key autoincrement,
    id text not null unique,
    account text not null,
    kind text not null,
    parent text,
    body text not null
  ) strict;
  create index if not exists objects_in_order on objects (account, kind, seq);
  create index if not exists objects_of_parent on objects (parent);
  create table if not exists kept_answers (
    account text not null,
    key text not null,
    fingerprint text not null,
    request_id text not null,
    status integer not null,
    body text not null,
    kept_at integer not null,
    primary key (account, key)
  ) strict;
  create table if not exists deliveries (
    seq integer primary key autoincrement,
    event_id text not null,
    state text not null,
    attempts integer not null default 0,
    next_at integer not null,
    last_result text
  ) strict;
  create index if not exists deliveries_to_make on deliveries (state, next_at);
  create index if not exists deliveries_of_event on deliveries (event_id);
  create table if not exists tasks (
    seq integer primary key autoincrement,
    due_at integer not null,
    action text not null,
    account text not null,
    object_id text not null
  ) strict;
  create table if not exists notes (
    kind text not null,
    id text not null,
    value text not null,
    primary key (kind, id)
  ) strict;
`;

export type Store = ReturnType<typeof openStore>;

/** Everything is on disk when a call returns; `together` makes several writes one. */
export function openStore(dir: string) {
  const db = openDatabase(join(dir, 'stripe.sqlite'));
  db.exec(schema);

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

    close: () => db.close(),
  };
}
