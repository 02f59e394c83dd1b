import type { IncomingHttpHeaders } from 'node:http';
import { feedCharge } from './charge.ts';
import type { Container } from './containers.ts';
import type { Outcome } from './documents.ts';
import { errors } from './errors.ts';
import { pageSize, pageBytes } from './page.ts';
import { partitionNumber, requiredKey } from './partition-key.ts';
import type { Store } from './store.ts';

/** The log sequence number after which to read, and the earliest second. */
function startOf(container: Container, headers: IncomingHttpHeaders): { after: number; since: number } {
  const token = headers['if-none-match'];
  if (token === '*') return { after: container.lsn, since: 0 };
  if (token !== undefined) {
    const after = Number(token.replaceAll('"', ''));
    if (!Number.isInteger(after)) throw errors.badRequest(`The change feed continuation ${token} is invalid.`);
    return { after, since: 0 };
  }
  const time = headers['if-modified-since'];
  return { after: 0, since: time === undefined ? 0 : Math.floor(Date.parse(time) / 1000) };
}

/** Which documents: one partition by its key, or the whole container, which is one range here. */
function scopeOf(store: Store, container: Container, headers: IncomingHttpHeaders): { sql: string; values: number[] } {
  if (headers['x-ms-start-epk'] !== undefined) throw errors.notCovered('a change feed of a part of a range');
  if (headers['x-ms-documentdb-partitionkey'] !== undefined) {
    const partition = partitionNumber(store, container, requiredKey(container, headers));
    return { sql: 'partition = ? AND', values: [partition ?? -1] };
  }
  if ((headers['x-ms-documentdb-partitionkeyrangeid'] ?? '0') !== '0') throw errors.rangeGone();
  return { sql: '', values: [] };
}

/** The latest version of each document changed since, oldest change first; 304 when there is none. */
export function readChangeFeed(store: Store, container: Container, headers: IncomingHttpHeaders): Outcome {
  if (!/^incremental feed$/i.test(String(headers['a-im'])))
    throw errors.notCovered('the change feed of all versions and deletes');
  const { after, since } = startOf(container, headers);
  const scope = scopeOf(store, container, headers);
  const limit = pageSize(headers);
  const rows = store
    .statement(
      `SELECT lsn, body FROM ${container.tables.documents}
       WHERE ${scope.sql} lsn > ? AND seconds >= ? AND (expires IS NULL OR expires > ?) ORDER BY lsn LIMIT ?`,
    )
    .iterate(...scope.values, after, since, store.seconds(), limit);

  const texts: string[] = [];
  let length = 0;
  let last = after;
  let isFull = false;
  for (const row of rows) {
    const body = String(row['body']);
    isFull = length + body.length > pageBytes && texts.length > 0;
    if (isFull) break;
    last = Number(row['lsn']);
    texts.push(`${body.slice(0, -1)},"_lsn":${last}}`);
    length += body.length;
  }
  // A page that is not full has seen everything: the next read need not pass over it again.
  const reached = isFull || texts.length === limit ? last : Math.max(after, container.lsn);
  const etag = `"${reached}"`;
  if (texts.length === 0) return { status: 304, charge: 1, etag };
  const body = `{"_rid":"${container.rid}","Documents":[${texts.join(',')}],"_count":${texts.length}}`;
  return { status: 200, charge: feedCharge(texts.length, length), etag, body };
}
