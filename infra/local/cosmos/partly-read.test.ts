import type { Container } from '@azure/cosmos';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from './json.ts';
import { sortKey, valueOfKey } from './sort-key.ts';
import { openCosmos, type CosmosForTests } from './with-cosmos.ts';

const values: (Json | undefined)[] = [
  undefined,
  null,
  true,
  false,
  0,
  -1.5,
  1e21,
  '',
  'Ada "Øst"\n',
  ['a', { b: 1 }],
  { city: 'Oslo' },
];

describe('a query that adds up reads only the paths it looks at', () => {
  let server: CosmosForTests;
  let container: Container;
  beforeAll(async () => {
    server = await openCosmos();
    container = await server.container({
      indexingPolicy: {
        indexingMode: 'consistent',
        includedPaths: [{ path: '/indexed/?' }, { path: '/deep/indexed/?' }, { path: '/*' }],
        excludedPaths: [{ path: '/"_etag"/?' }],
      },
    });
    const documents = values.map((value, at) => ({
      id: String(at),
      workspaceId: 'w',
      indexed: value,
      plain: value,
      deep: { indexed: value, plain: value },
      n: at,
    }));
    for (const document of documents) await container.items.create(document);
  });
  afterAll(() => server.stop());

  const ask = async (query: string): Promise<unknown[]> =>
    (await container.items.query(query, { partitionKey: 'w' }).fetchAll()).resources;
  const keysOf = (rows: unknown[]): Json[] => (rows as { key?: Json }[]).map(({ key = '(missing)' }) => key);
  const asText = (keys: Json[]): string[] => keys.map((key) => JSON.stringify(key)).toSorted();
  const all = asText(values.map((value) => value ?? (value === null ? null : '(missing)')));

  test.each(['c.indexed', 'c.plain', 'c.deep.indexed', 'c.deep.plain'])(
    '%s has every value it was stored with, and none where it has none',
    async (path) => {
      expect(asText(keysOf(await ask(`SELECT ${path} AS key, COUNT(1) AS count FROM c GROUP BY ${path}`)))).toEqual(
        all,
      );
    },
  );

  test('a path and what lies within it', async () => {
    const rows = await ask(`SELECT c.plain AS key, MAX(c.plain.city) AS city FROM c GROUP BY c.plain`);
    expect(asText(keysOf(rows))).toEqual(all);
    expect(rows).toContainEqual({ key: { city: 'Oslo' }, city: 'Oslo' });
  });

  test('whole documents, paths made while it runs, and queries within are read as before', async () => {
    expect(await ask(`SELECT COUNT(c) AS count FROM c`)).toEqual([{ count: values.length }]);
    expect(await ask(`SELECT SUM(c[CONCAT('', 'n')]) AS sum FROM c`)).toEqual([{ sum: 55 }]);
    expect(await ask(`SELECT COUNT(1) AS count FROM c WHERE EXISTS(SELECT VALUE t FROM t IN c.plain)`)).toEqual([
      { count: 1 },
    ]);
  });

  test('WHERE is asked of each document that the index does not answer for', async () => {
    expect(await ask(`SELECT SUM(c.n) AS sum FROM c WHERE c.indexed = null AND c.plain = null`)).toEqual([{ sum: 1 }]);
    expect(await ask(`SELECT SUM(c.n) AS sum FROM c WHERE c.deep.indexed = 0 OR LENGTH(c.plain) = 0`)).toEqual([
      { sum: 11 },
    ]);
  });
});

test('a sort key is read back to its value', () => {
  const plain = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ maxLength: 20 }),
    fc.jsonValue({ maxDepth: 1 }),
  );
  fc.assert(
    fc.property(plain, (value) => {
      expect(valueOfKey(sortKey(value as Json))).toEqual(JSON.parse(JSON.stringify({ value })).value ?? null);
    }),
  );
});
