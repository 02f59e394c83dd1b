import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'bicep/monitoring');

/** As `infra/reliability/telemetry.test.ts` and `functions/platform/log.test.ts` see them arrive. */
const told = {
  requests: ['trigger', 'charge', 'operations', 'workspace', 'member', 'invocation'],
  exceptions: ['name', 'invocation', 'workspace', 'member', 'code', 'requestId'],
  customEvents: ['name', 'invocation', 'workspace', 'source', 'document', 'difference', 'payment', 'stripe'],
};
type Table = keyof typeof told;

type Item = { name: string; content: { query?: string } };
const workbook = JSON.parse(readFileSync(join(folder, 'workbook.json'), 'utf8')) as { items: Item[] };
const alerts = globSync('*.kql', { cwd: folder }).map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
const queries = [...alerts, ...workbook.items.map(({ name, content }) => [name, content.query ?? ''])].filter(
  (named): named is [string, string] => named[1] !== '',
);

const statements = (query: string): string => query.replaceAll(/^\/\/.*\n/gm, '').trim();

test.each(queries)('%s asks a table that the product writes, for what it writes into it', (_, query) => {
  const [table] = statements(query).split('\n') as [Table];
  expect(Object.keys(told)).toContain(table);
  const asked = [...query.matchAll(/customDimensions\.(\w+)/g)].map((match) => match[1]!);
  expect(told[table]).toEqual(expect.arrayContaining(asked));
});

test('an event that is asked for is one that the product tells', () => {
  const code = globSync('functions/**/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
  const events = new Set(
    code.flatMap((text) => [...text.matchAll(/new Finding\(\s*'(\w+)'/g)].map((match) => match[1])),
  );
  const asked = queries.flatMap(([, query]) => [...query.matchAll(/'([a-z]+_[a-z]+)'/g)].map((match) => match[1]));
  expect(asked.length).toBeGreaterThan(2);
  expect([...events]).toEqual(expect.arrayContaining(asked));
});

test.each(queries)('the brackets of %s close', (_, query) => {
  const brackets = query.replaceAll(/'[^']*'/g, '').replaceAll(/[^()]/g, '');
  let open = 0;
  for (const bracket of brackets) {
    open += bracket === '(' ? 1 : -1;
    expect(open).toBeGreaterThanOrEqual(0);
  }
  expect(open).toBe(0);
});
