import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContainer, type Container } from './containers.ts';
import { createDatabase } from './databases.ts';
import { createDocument, writing } from './documents.ts';
import { runQuery } from './query.ts';
import { openStore, type Store } from './store.ts';

let dir: string;
let store: Store;
let customers: Container;
const statements: string[] = [];
const size = 3000;

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
  customers = createContainer(store, createDatabase(store, { id: 'crm' }), {
    id: 'customers',
    partitionKey: { paths: ['/workspaceId'] },
    indexingPolicy: {
      includedPaths: ['/name/?', '/email/?', '/status/?', '/spent/?', '/tokens/[]/?'].map((path) => ({ path })),
      excludedPaths: [{ path: '/*' }],
      compositeIndexes: [[{ path: '/status' }, { path: '/spent', order: 'descending' }]],
    },
  });
  const place = { store, container: customers, key: '["acme"]' };
  writing(store, customers, () => {
    for (let at = 0; at < size; at++) {
      const name = `name ${(at * 7919) % size}`;
      const status = at % 2 ? 'open' : 'done';
      createDocument(place, {
        id: `${at}`,
        workspaceId: 'acme',
        name,
        email: `${at}@example.com`,
        status,
        spent: at % 97,
        tokens: [`t${at % 500}`, 'all'],
      });
    }
  });
});
afterAll(() => {
  store.close();
  rmSync(dir, { recursive: true });
});

/** How SQLite goes about the statements of one page of this query, and how many documents it read. */
function planOf(query: string): { steps: string[]; documentsRead: number } {
  statements.length = 0;
  const headers = { 'x-ms-documentdb-partitionkey': '["acme"]', 'x-ms-max-item-count': '50' };
  const { charge } = runQuery(store, customers, headers, { query });
  const steps = statements
    .filter((sql) => sql.includes(customers.tables.documents))
    .flatMap((sql) => store.statement(`EXPLAIN QUERY PLAN ${sql}`).all())
    .map(({ detail }) => String(detail));
  return { steps, documentsRead: Math.round((charge - 2.5) / 0.05) };
}

const ordered = [
  'SELECT * FROM c ORDER BY c.name',
  'SELECT * FROM c ORDER BY c.name DESC',
  'SELECT * FROM c ORDER BY c.status, c.spent DESC',
  'SELECT * FROM c ORDER BY c.status DESC, c.spent',
  `SELECT * FROM c WHERE c.status = 'open' ORDER BY c.status, c.spent DESC`,
  `SELECT * FROM c WHERE STARTSWITH(c.name, 'name 2') ORDER BY c.name`,
  'SELECT * FROM c ORDER BY c.id',
  'SELECT * FROM c',
];
test.each(ordered)('an ordered page reads its 50 documents and sorts nothing: %s', (query) => {
  const { steps, documentsRead } = planOf(query);
  expect(steps.filter((step) => /^SCAN|TEMP B-TREE/.test(step))).toEqual([]);
  expect(documentsRead).toBeLessThan(60);
});

const filtered: [string, RegExp][] = [
  [`c.email = '7@example.com'`, /key1 \(partition=\? AND key1=\?/],
  [`c.email IN ('7@example.com', '8@example.com')`, /key1 \(partition=\? AND key1=\?/],
  [`ARRAY_CONTAINS(['7@example.com'], c.email)`, /key1 \(partition=\? AND key1=\?/],
  [`c.email > '99' AND c.email < '991'`, /key1 \(partition=\? AND key1>\? AND key1<\?/],
  [`(null = 1 OR c.email = '7@example.com')`, /key1 \(partition=\? AND key1=\?/],
  [`ARRAY_CONTAINS(c.tokens, 't7')`, /INTEGER PRIMARY KEY|USING PRIMARY KEY/],
  [`ARRAY_CONTAINS(c.tokens, 't7') AND ARRAY_CONTAINS(c.tokens, 't8')`, /INTEGER PRIMARY KEY|USING PRIMARY KEY/],
  [`c.id = '7'`, /id \(partition=\? AND id=\?/],
];
test.each(filtered)('a filter on an indexed path uses its index: %s', (where, index) => {
  const { steps, documentsRead } = planOf(`SELECT * FROM c WHERE ${where} ORDER BY c.name`);
  expect(steps.join('\n')).toMatch(index);
  expect(documentsRead).toBeLessThan(60);
});

test('a count over indexed paths reads no document', () => {
  const { steps, documentsRead } = planOf(`SELECT VALUE COUNT(1) FROM c WHERE c.status = 'open'`);
  expect(steps.join('\n')).toContain('COVERING INDEX');
  expect(documentsRead).toBeLessThan(2);
});
