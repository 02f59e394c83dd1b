import type { DatabaseSync } from 'node:sqlite';

/** The webhook that the starter of the stand-in sets. */
export const localEndpoint = 'we_local';

/** In the order of `seq`; a list by what its objects point to, or by their moment, never reads the other bodies. */
const schema = `
  pragma journal_mode = wal;
  pragma synchronous = normal;
  create table if not exists objects (
    seq integer primary key autoincrement,
    id text not null unique,
    account text not null,
    kind text not null,
    parent text,
    body text not null
  ) strict;
  create index if not exists objects_by_moment on objects (account, kind, seq, json_extract(body, '$.created'));
  create index if not exists objects_of_intent on objects (account, kind, json_extract(body, '$.payment_intent'), seq);
  create index if not exists objects_of_charge on objects (account, kind, json_extract(body, '$.charge'), seq);
  create index if not exists objects_of_source on objects (account, kind, json_extract(body, '$.source'), seq);
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
    endpoint text not null default '${localEndpoint}',
    state text not null,
    attempts integer not null default 0,
    next_at integer not null,
    last_result text
  ) strict;
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

/** Makes the tables that are missing, also beside those that an older stand-in left. */
export function makeTables(db: DatabaseSync): void {
  db.exec(schema);
  const columns = db.prepare("select name from pragma_table_info('deliveries')").all();
  if (!columns.some(({ name }) => name === 'endpoint'))
    db.exec(`alter table deliveries add column endpoint text not null default '${localEndpoint}'`);
  db.exec('create index if not exists deliveries_of_endpoint on deliveries (endpoint, state, next_at)');
}
