import type { Container } from '@azure/cosmos';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Value } from './json.ts';
import { compareValues } from './sort-key.ts';
import { openCosmos, type CosmosForTests } from './with-cosmos.ts';

let local: CosmosForTests;
beforeAll(async () => {
  local = await openCosmos();
});
afterAll(() => local.stop());

const composite = [
  { path: '/stage', order: 'ascending' as const },
  { path: '/amount', order: 'descending' as const },
];
const indexingPolicy = {
  includedPaths: [{ path: '/stage/?' }, { path: '/amount/?' }, { path: '/tags/[]/?' }],
  excludedPaths: [{ path: '/*' }],
  compositeIndexes: [composite],
};

interface Deal {
  id: string;
  stage?: Value;
  amount?: Value;
  tags: string[];
}

/** Walks all pages; `between` runs after each. */
async function walk(
  container: Container,
  query: string,
  maxItemCount: number,
  between = async () => {},
): Promise<Deal[][]> {
  const pages: Deal[][] = [];
  let continuationToken: string | undefined;
  do {
    const options = {
      partitionKey: 'acme',
      maxItemCount,
      ...(continuationToken !== undefined && { continuationToken }),
    };
    const page = await container.items.query<Deal>(query, options).fetchNext();
    pages.push(page.resources ?? []);
    continuationToken = page.continuationToken;
    await between();
  } while (continuationToken !== undefined);
  return pages;
}

async function fill(container: Container, deals: readonly Deal[]): Promise<void> {
  for (let at = 0; at < deals.length; at += 100) {
    const operations = deals
      .slice(at, at + 100)
      .map((deal) => ({ operationType: 'Create' as const, resourceBody: { ...deal, workspaceId: 'acme' } }));
    await container.items.batch(JSON.parse(JSON.stringify(operations)), 'acme');
  }
}

const value = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'B', 'é', '😀'),
);
const deal = fc.record({ stage: value, amount: value, tags: fc.subarray(['x', 'y']) });

const orders: Record<string, [keyof Deal, 1 | -1][]> = {
  '': [],
  'ORDER BY c.stage': [['stage', 1]],
  'ORDER BY c.amount DESC': [['amount', -1]],
  'ORDER BY c.stage, c.amount DESC': [
    ['stage', 1],
    ['amount', -1],
  ],
  'ORDER BY c.stage DESC, c.amount': [
    ['stage', -1],
    ['amount', 1],
  ],
};
const filters: Record<string, (deal: Deal) => boolean> = {
  true: () => true,
  'IS_DEFINED(c.stage)': ({ stage }) => stage !== undefined,
  'c.amount >= 0': ({ amount }) => typeof amount === 'number' && amount >= 0,
  "c.stage IN ('a', 2, null)": ({ stage }) => stage === 'a' || stage === 2 || stage === null,
  "ARRAY_CONTAINS(c.tags, 'x') AND NOT IS_NULL(c.stage)": ({ stage, tags }) => tags.includes('x') && stage !== null,
  "c.stage = 'a' OR c.amount = 1": ({ stage, amount }) => stage === 'a' || amount === 1,
};

test('any filter, order and page size give what sorting everything by hand gives', async () => {
  const container = await local.container({ indexingPolicy });
  let round = 0;
  const property = fc.asyncProperty(
    fc.array(deal, { maxLength: 25 }),
    fc.constantFrom(...Object.entries(orders)),
    fc.constantFrom(...Object.entries(filters)),
    fc.integer({ min: 1, max: 9 }),
    async (drafts, [orderBy, order], [where, accepts], size) => {
      round++;
      const deals = drafts.map((draft, at) => ({ ...draft, id: `${round}-${at}` }));
      await fill(container, deals);
      const pages = await walk(
        container,
        `SELECT * FROM c WHERE STARTSWITH(c.id, '${round}-') AND (${where}) ${orderBy}`,
        size,
      );
      const found = pages.flat();
      const expected = deals.filter(accepts);
      expect(found.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
      const inOrder = (a: Deal, b: Deal): number => {
        for (const [name, sign] of order) {
          const difference = compareValues(a[name], b[name]) * sign;
          if (difference !== 0) return difference;
        }
        return 0;
      };
      expect(found.every((it, at) => at === 0 || inOrder(found[at - 1] ?? it, it) <= 0)).toBe(true);
      expect(pages.slice(0, -1).every((page) => page.length === size)).toBe(true);
    },
  );
  await fc.assert(property, { numRuns: 60, seed: 7 });
});

describe('pages stay right while others write', () => {
  const deals = Array.from({ length: 30 }, (_, at) => ({
    id: `${at}`.padStart(2, '0'),
    stage: 'open',
    amount: at,
    tags: ['x'],
  }));

  test.each(['ORDER BY c.amount', 'ORDER BY c.stage, c.amount DESC', ''])(
    'nothing is given twice and nothing left out: %s',
    async (order) => {
      const container = await local.container({ indexingPolicy });
      await fill(container, deals);
      let step = 0;
      const pages = await walk(container, `SELECT * FROM c ${order}`, 4, async () => {
        const already = deals.at(order.includes('DESC') ? -1 - step : step)?.id ?? '';
        await container.items.create({
          id: `before-${step}`,
          workspaceId: 'acme',
          stage: '',
          amount: order.includes('DESC') ? 99 : -1,
          tags: [],
        });
        await container.item(already, 'acme').delete();
        step++;
      });
      const found = pages
        .flat()
        .map(({ id }) => id)
        .filter((id) => !id.startsWith('before'));
      expect(new Set(found).size).toBe(found.length);
      expect(found).toHaveLength(deals.length);
    },
  );
});

test('JOIN, DISTINCT, GROUP BY, TOP and OFFSET LIMIT go on across pages too', async () => {
  const container = await local.container({ indexingPolicy });
  await fill(
    container,
    Array.from({ length: 10 }, (_, at) => ({ id: `${at}`, stage: `s${at % 5}`, amount: at, tags: ['x', 'y', 'z'] })),
  );
  const all = async (query: string) => (await walk(container, query, 2)).flat();
  expect(await all('SELECT VALUE CONCAT(c.id, t) FROM c JOIN t IN c.tags')).toEqual(
    Array.from({ length: 30 }, (_, at) => `${Math.floor(at / 3)}${'xyz'[at % 3]}`),
  );
  expect(new Set(await all('SELECT DISTINCT VALUE c.stage FROM c'))).toEqual(new Set(['s0', 's1', 's2', 's3', 's4']));
  expect(await all('SELECT DISTINCT VALUE c.stage FROM c ORDER BY c.stage DESC')).toEqual([
    's4',
    's3',
    's2',
    's1',
    's0',
  ]);
  expect(await all('SELECT COUNT(1) AS n FROM c GROUP BY c.stage')).toEqual(
    Array.from({ length: 5 }, () => ({ n: 2 })),
  );
  expect(await all('SELECT TOP 5 VALUE c.amount FROM c ORDER BY c.amount DESC')).toEqual([9, 8, 7, 6, 5]);
  expect(await all('SELECT VALUE c.amount FROM c ORDER BY c.amount OFFSET 3 LIMIT 5')).toEqual([3, 4, 5, 6, 7]);
});

test('a page of any size holds at most 4 MB', async () => {
  const container = await local.container();
  for (let at = 0; at < 5; at++)
    await container.items.create({ id: `${at}`, workspaceId: 'acme', note: 'x'.repeat(1_500_000) });
  const pages = await walk(container, 'SELECT * FROM c', -1);
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
});

test('a continuation token of another query, or none at all, is refused', async () => {
  const container = await local.container({ indexingPolicy });
  await fill(
    container,
    Array.from({ length: 3 }, (_, at) => ({ id: `${at}`, amount: at, tags: [] })),
  );
  const page = await container.items.query('SELECT * FROM c', { partitionKey: 'acme', maxItemCount: 1 }).fetchNext();
  for (const continuationToken of [page.continuationToken, 'nonsense']) {
    const answer = container.items
      .query('SELECT * FROM c ORDER BY c.amount', { partitionKey: 'acme', continuationToken })
      .fetchNext();
    await expect(answer).rejects.toMatchObject({ code: 400 });
  }
});
