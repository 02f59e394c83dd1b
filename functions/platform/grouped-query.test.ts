import type { Container } from '@azure/cosmos';
import { expect, test } from 'vitest';
import { grouped } from './grouped-query.ts';
import { where } from './list-query.ts';

test('a group that the service sends in parts is one group, and one without a key is not mixed with others', async () => {
  const pages = [
    { status: 'paid', count: 2, amount: 300 },
    { count: 1, amount: 5 },
    { status: 'failed', count: 1, amount: 70 },
    { status: 'paid', count: 1, amount: 100 },
    { count: 1, amount: 6 },
  ];
  const asked: unknown[] = [];
  const answers = {
    items: {
      query(query: unknown, options: unknown) {
        asked.push(query, options);
        return { fetchAll: async () => ({ resources: pages }) };
      },
    },
  };
  const groups = await grouped(answers as unknown as Container, 'shop', {
    keys: { status: where`IIF(c.isOpen, ${'open'}, c.status)` },
    sums: { amount: where`c.amount` },
    conditions: [where`c.kind = ${'payment'}`],
  });
  expect(groups).toEqual([
    { status: 'paid', count: 3, amount: 400 },
    { count: 2, amount: 11 },
    { status: 'failed', count: 1, amount: 70 },
  ]);
  expect(asked).toEqual([
    {
      query:
        'SELECT IIF(c.isOpen, @0, c.status) AS status, COUNT(1) AS count, SUM(c.amount) AS amount FROM c WHERE c.kind = @1 GROUP BY IIF(c.isOpen, @0, c.status)',
      parameters: [
        { name: '@0', value: 'open' },
        { name: '@1', value: 'payment' },
      ],
    },
    { partitionKey: 'shop', maxItemCount: -1 },
  ]);
});
