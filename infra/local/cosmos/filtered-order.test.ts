import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createContainer, type Container } from './containers.ts';
import { createDatabase } from './databases.ts';
import { createDocument, writing } from './documents.ts';
import { runQuery } from './query.ts';
import { openStore, type Store } from './store.ts';

type Customer = { id: string; name: string; paid: number | null; day: string | null; tokens: string[] };

/** Enough of them that each of the three ways of meeting a filter is taken. */
const customers: Customer[] = Array.from({ length: 6000 }, (_, at) => ({
  id: `${at}`,
  name: `name ${String((at * 7919) % 3000).padStart(4, '0')}`,
  paid: at % 3 === 0 ? null : (at * 31) % 1000,
  day: at % 5 === 0 ? null : `2026-01-${String(1 + (at % 28)).padStart(2, '0')}`,
  tokens: [`t${at % 700}`, at % 2 ? 'odd' : 'even'],
}));

let dir: string;
let store: Store;
let container: Container;
const statements: string[] = [];

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'cosmos-'));
  const opened = openStore(dir, Date.now);
  store = {
    ...opened,
    statement(sql) {
      statements.push(sql);
      return opened.statement(sql);
    },
  };
  container = createContainer(store, createDatabase(store, { id: 'crm' }), {
    id: 'customers',
    partitionKey: { paths: ['/workspaceId'] },
    indexingPolicy: {
      includedPaths: ['/name/?', '/paid/?', '/day/?', '/tokens/[]/?'].map((path) => ({ path })),
      excludedPaths: [{ path: '/*' }],
      compositeIndexes: ['/name', '/paid', '/day'].map((path) => [{ path }, { path: '/id' }]),
    },
  });
  const place = { store, container, key: '["acme"]' };
  writing(store, container, () => {
    for (const customer of customers) createDocument(place, { ...customer, workspaceId: 'acme' });
  });
});
afterAll(() => {
  store.close();
  rmSync(dir, { recursive: true });
});

type Answer<T> = { documents: T[]; next: string | undefined };
function ask<T>(query: string, size: number, token?: string): Answer<T> {
  const headers = {
    'x-ms-documentdb-partitionkey': '["acme"]',
    'x-ms-max-item-count': `${size}`,
    ...(token && { 'x-ms-continuation': token }),
  };
  const { body, continuation } = runQuery(store, container, headers, { query });
  return { documents: (JSON.parse(String(body)) as { Documents: T[] }).Documents, next: continuation };
}

function everyPage(query: string, size: number): string[] {
  const ids: string[] = [];
  let token: string | undefined;
  do {
    const { documents, next } = ask<Customer>(query, size, token);
    ids.push(...documents.map(({ id }) => id));
    token = next;
  } while (token);
  return ids;
}

const filters: [string, (it: Customer) => boolean][] = [
  ['c.paid > 990', ({ paid }) => paid !== null && paid > 990],
  ['c.paid > 300 AND c.paid <= 305', ({ paid }) => paid !== null && paid > 300 && paid <= 305],
  ['c.paid <= 300 AND c.day > "2026-01-20"', ({ paid, day }) => (paid ?? 999) <= 300 && (day ?? '') > '2026-01-20'],
  [
    'c.paid <= 300 AND ARRAY_CONTAINS(c.tokens, "odd") AND c.day != null',
    ({ paid, day, tokens }) => (paid ?? 999) <= 300 && tokens.includes('odd') && day !== null,
  ],
  ['c.paid = null AND c.day = null', ({ paid, day }) => paid === null && day === null],
  ['c.paid > 5 AND c.paid < "a"', () => false],
  [
    '((c.day >= "2026-01-03" AND c.day <= "2026-01-03") OR (c.day = null AND c.paid >= 100 AND c.paid < 120))',
    ({ paid, day }) => day === '2026-01-03' || (day === null && paid !== null && paid >= 100 && paid < 120),
  ],
  [
    '((c.day >= "2026-01-03" AND c.day <= "2026-01-20") OR c.paid > 700)',
    ({ paid, day }) => (day !== null && day >= '2026-01-03' && day <= '2026-01-20') || (paid ?? 0) > 700,
  ],
  [
    'c.paid <= 900 AND c.day >= "2026-01-01" AND c.day <= "2026-01-02" AND ARRAY_CONTAINS(c.tokens, "odd")',
    ({ paid, day, tokens }) => (paid ?? 999) <= 900 && (day ?? '9') <= '2026-01-02' && tokens.includes('odd'),
  ],
  ['ARRAY_CONTAINS(["7", "70", "700"], c.id)', ({ id }) => ['7', '70', '700'].includes(id)],
];
const orders: [string, (it: Customer) => string | number, 1 | -1][] = [
  ['c.name, c.id', ({ name }) => name, 1],
  ['c.name DESC, c.id DESC', ({ name }) => name, -1],
  ['c.paid DESC, c.id DESC', ({ paid }) => paid ?? -1, -1],
  ['c.day, c.id', ({ day }) => day ?? '', 1],
];
const compare = (a: string | number, b: string | number): number => (a < b ? -1 : Number(a > b));

describe('a filter beside an order', () => {
  test.each(filters)('gives what sorting by hand gives, page by page: %s', (where, fits) => {
    for (const [order, key, way] of orders) {
      const expected = customers
        .filter(fits)
        .toSorted((a, b) => way * (compare(key(a), key(b)) || compare(a.id, b.id)))
        .map(({ id }) => id);
      const query = `SELECT * FROM c WHERE ${where} ORDER BY ${order}`;
      expect(everyPage(query, 70)).toEqual(expected);
      expect(ask(query, 7000).documents).toHaveLength(expected.length);
    }
  });

  test.each(filters)('is counted, to a limit too, without a document: %s', (where, fits) => {
    const { length } = customers.filter(fits);
    expect(ask(`SELECT VALUE COUNT(1) FROM c WHERE ${where}`, 100).documents).toEqual([length]);
    statements.length = 0;
    expect(ask(`SELECT TOP 50 VALUE 1 FROM c WHERE ${where}`, 100).documents).toHaveLength(Math.min(length, 50));
    expect(statements.filter((sql) => sql.includes('body'))).toEqual([]);
  });
});

describe('what SQLite is asked to do', () => {
  const stepsOf = (query: string): string[] => {
    statements.length = 0;
    ask(query, 50);
    return statements
      .filter((sql) => sql.includes('body'))
      .flatMap((sql) => store.statement(`EXPLAIN QUERY PLAN ${sql}`).all())
      .map(({ detail }) => String(detail));
  };

  test('few that fit are fetched and sorted', () => {
    expect(stepsOf('SELECT * FROM c WHERE c.paid > 990 ORDER BY c.name, c.id')).toEqual([
      expect.stringContaining('INTEGER PRIMARY KEY'),
      expect.stringContaining('LIST SUBQUERY'),
      expect.stringContaining('COVERING INDEX'),
      expect.stringContaining('ORDER BY'),
    ]);
  });

  test('where many fit, the first of the order are enough', () => {
    const steps = stepsOf('SELECT * FROM c WHERE c.paid > 300 ORDER BY c.name, c.id');
    expect(steps).toEqual([expect.stringContaining('composite0 (partition=?')]);
  });

  test('else the order is walked, and a document that does not fit is not fetched', () => {
    const [first = '', ...steps] = stepsOf(
      'SELECT * FROM c WHERE c.paid <= 900 AND c.day >= "2026-01-01" AND c.day <= "2026-01-02" AND ARRAY_CONTAINS(c.tokens, "odd") ORDER BY c.paid DESC, c.id DESC',
    );
    // What is said of the order's own path bounds the walk.
    expect(first).toMatch(/composite1 \(partition=\? AND key1>\? AND key1<\?\)/);
    expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
    expect(steps.filter((step) => step.includes('LIST SUBQUERY')).length).toBeGreaterThan(0);
  });
});
