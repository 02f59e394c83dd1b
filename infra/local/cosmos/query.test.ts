import type { Container, JSONValue, SqlParameter } from '@azure/cosmos';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCosmos, type CosmosForTests } from './with-cosmos.ts';

let local: CosmosForTests;
/** The same documents in a container that indexes everything and in one that names its paths: both must answer alike. */
let containers: Container[];

const people = [
  { id: 'ada', name: 'Ada Lovelace', age: 36, status: 'open', tags: ['vip', 'new'], address: { city: 'London' } },
  { id: 'bob', name: 'bob', age: 20, status: 'done', tags: [], address: { city: 'Paris' }, note: null },
  { id: 'cyd', name: 'Cyd', age: 36, status: 'open', tags: ['new'], orders: [{ total: 5 }, { total: 7 }] },
  { id: 'dee', name: 'Dee', status: 'late', tags: ['vip'], active: true, address: { city: 'London' } },
  { id: 'eve', age: '36', status: 'open', active: false },
];
const named = {
  includedPaths: ['/name/?', '/age/?', '/status/?', '/note/?', '/active/?', '/tags/[]/?', '/address/city/?'].map(
    (path) => ({ path }),
  ),
  excludedPaths: [{ path: '/*' }],
};

beforeAll(async () => {
  local = await openCosmos();
  containers = [await local.container(), await local.container({ indexingPolicy: named })];
  for (const container of containers) {
    for (const person of people) await container.items.create({ ...person, workspaceId: 'acme' });
    await container.items.create({ ...people[0], workspaceId: 'globex' });
  }
});
afterAll(() => local.stop());

async function answers(query: string, values: Record<string, JSONValue> = {}): Promise<unknown[]> {
  const parameters: SqlParameter[] = Object.entries(values).map(([name, value]) => ({ name: `@${name}`, value }));
  const results = [];
  for (const { items } of containers)
    results.push((await items.query({ query, parameters }, { partitionKey: 'acme' }).fetchAll()).resources);
  expect(results[0]).toEqual(results[1]);
  return results[0] ?? [];
}
const ids = (where: string, values?: Record<string, JSONValue>) =>
  answers(`SELECT VALUE c.id FROM c WHERE ${where} ORDER BY c.id`, values);

describe('WHERE', () => {
  const cases: [string, string[]][] = [
    [`c.status = 'open'`, ['ada', 'cyd', 'eve']],
    [`c.age = 36`, ['ada', 'cyd']],
    [`c.age != 36`, ['bob', 'eve']],
    [`c.age > 20`, ['ada', 'cyd']],
    [`c.age >= 20 AND c.age < 36`, ['bob']],
    [`20 < c.age`, ['ada', 'cyd']],
    [`c.age BETWEEN 20 AND 30`, ['bob']],
    [`c.age NOT BETWEEN 20 AND 30`, ['ada', 'cyd']],
    [`c.name > 'Cyd'`, ['dee', 'bob'].toSorted()],
    [`c.status IN ('late', 'done')`, ['bob', 'dee']],
    [`c.status NOT IN ('late', 'done')`, ['ada', 'cyd', 'eve']],
    [`c.address.city = 'London'`, ['ada', 'dee']],
    [`c["address"]["city"] = "London"`, ['ada', 'dee']],
    [`c.status = 'open' AND (c.age = 36 OR c.active = false)`, ['ada', 'cyd', 'eve']],
    [`NOT (c.age = 36)`, ['bob', 'eve']],
    [`NOT c.active`, ['eve']],
    [`c.active`, ['dee']],
    [`IS_DEFINED(c.age)`, ['ada', 'bob', 'cyd', 'eve']],
    [`NOT IS_DEFINED(c.age)`, ['dee']],
    [`IS_NULL(c.note)`, ['bob']],
    [`c.note = null`, ['bob']],
    [`c.note != null`, []],
    [`IS_STRING(c.age)`, ['eve']],
    [`IS_NUMBER(c.age) AND IS_ARRAY(c.orders) AND NOT IS_OBJECT(c.orders)`, ['cyd']],
    [`STARTSWITH(c.name, 'A')`, ['ada']],
    [`STARTSWITH(c.name, 'B')`, []],
    [`STARTSWITH(c.name, 'B', true)`, ['bob']],
    [`ENDSWITH(c.name, 'EE', true)`, ['dee']],
    [`CONTAINS(c.name, 'love', true)`, ['ada']],
    [`CONTAINS(c.name, 'love')`, []],
    [`c.name LIKE '%ov_l%'`, ['ada']],
    [`c.name LIKE '[a-c]%'`, ['bob']],
    [`c.name NOT LIKE '%e%'`, ['bob', 'cyd']],
    [`c.name LIKE '%!%%' ESCAPE '!'`, []],
    [`LOWER(c.name) = 'bob' OR UPPER(c.name) = 'DEE'`, ['bob', 'dee']],
    [`LENGTH(c.name) = 3`, ['bob', 'cyd', 'dee']],
    [`ARRAY_CONTAINS(c.tags, 'vip')`, ['ada', 'dee']],
    [`ARRAY_CONTAINS(c.tags, 'vip') AND ARRAY_CONTAINS(c.tags, 'new')`, ['ada']],
    [`NOT ARRAY_CONTAINS(c.tags, 'vip')`, ['bob', 'cyd']],
    [`ARRAY_CONTAINS(c.orders, { total: 7 })`, ['cyd']],
    [`ARRAY_LENGTH(c.tags) = 0`, ['bob']],
    [`EXISTS (SELECT VALUE t FROM t IN c.tags WHERE t = 'new')`, ['ada', 'cyd']],
    [`EXISTS (SELECT VALUE o FROM o IN c.orders WHERE o.total > 6)`, ['cyd']],
    [`c.age + 4 = 40 AND c.age % 5 = 1`, ['ada', 'cyd']],
    [`(c.age ?? 0) = 0`, ['dee']],
    [`(c.active ? 'yes' : 'no') = 'yes'`, ['dee']],
    [`c.missing = c.missing`, []],
    [`c.address = { city: 'Paris' }`, ['bob']],
    [`c.tags = ['new']`, ['cyd']],
    [`c.id IN ('ada', 'nobody')`, ['ada']],
    [`c['name'] = 'it''s' OR c.name = "it's"`, []],
    [`true`, ['ada', 'bob', 'cyd', 'dee', 'eve']],
  ];
  test.each(cases)('%s', async (where, expected) => {
    expect(await ids(where)).toEqual(expected);
  });

  test('with parameters', async () => {
    expect(await ids('c.status = @status AND c.age >= @age', { status: 'open', age: 30 })).toEqual(['ada', 'cyd']);
    expect(await ids('ARRAY_CONTAINS(@ids, c.id)', { ids: ['bob', 'eve', 7] })).toEqual(['bob', 'eve']);
    expect(await ids('ARRAY_CONTAINS(@ages, c.age)', { ages: [20, '36'] })).toEqual(['bob', 'eve']);
    expect(await ids('(@status = null OR c.status = @status)', { status: null })).toHaveLength(5);
    expect(await ids('c.note = @note', { note: null })).toEqual(['bob']);
    expect(await ids('c.name = @name', { name: `' OR true OR '` })).toEqual([]);
  });
});

describe('SELECT', () => {
  const cases: [string, unknown[]][] = [
    [`SELECT c.id, c.address.city FROM c WHERE c.id IN ('ada', 'eve')`, [{ id: 'ada', city: 'London' }, { id: 'eve' }]],
    [`SELECT c.id AS key, LENGTH(c.name) FROM customers c WHERE c.id = 'ada'`, [{ key: 'ada', $1: 12 }]],
    [
      `SELECT VALUE { id: c.id, tags: [c.status, c.age, c.missing] } FROM c WHERE c.id = 'ada'`,
      [{ id: 'ada', tags: ['open', 36] }],
    ],
    [`SELECT VALUE c.age FROM c`, [36, 20, 36, '36']],
    [`SELECT VALUE 1 + 1`, [2]],
    [`SELECT TOP 2 VALUE c.id FROM c`, ['ada', 'bob']],
    [`SELECT VALUE c.id FROM c ORDER BY c.id DESC OFFSET 1 LIMIT 2`, ['dee', 'cyd']],
    [`SELECT VALUE c.id FROM c OFFSET 4 LIMIT 10`, ['eve']],
    [`SELECT DISTINCT VALUE c.address FROM c ORDER BY c.address.city`, [{ city: 'London' }, { city: 'Paris' }]],
    [
      `SELECT c.id, t AS tag FROM c JOIN t IN c.tags WHERE c.id != 'dee'`,
      [
        { id: 'ada', tag: 'vip' },
        { id: 'ada', tag: 'new' },
        { id: 'cyd', tag: 'new' },
      ],
    ],
    [`SELECT VALUE o.total FROM o IN c.orders`, [5, 7]],
    [`SELECT VALUE a.city FROM c.address a`, ['London', 'Paris', 'London']],
    [`SELECT VALUE ARRAY(SELECT VALUE o.total * 2 FROM o IN c.orders) FROM c WHERE c.id = 'cyd'`, [[10, 14]]],
    [`SELECT VALUE s FROM c JOIN (SELECT VALUE SUM(o.total) FROM o IN c.orders) AS s WHERE c.id = 'cyd'`, [12]],
    [`SELECT VALUE COUNT(1) FROM c`, [5]],
    [`SELECT VALUE COUNT(1) FROM c WHERE c.status = 'open'`, [3]],
    [`SELECT VALUE COUNT(1) FROM c WHERE CONTAINS(c.name, 'e')`, [2]],
    [`SELECT VALUE COUNT(c.age) FROM c`, [4]],
    [`SELECT VALUE SUM(o.total) FROM c JOIN o IN c.orders`, [12]],
    [`SELECT VALUE AVG(c.age) FROM c WHERE IS_NUMBER(c.age)`, [92 / 3]],
    [`SELECT VALUE SUM(c.age) FROM c`, []],
    [`SELECT VALUE SUM(c.age) FROM c WHERE false`, [0]],
    [
      `SELECT COUNT(1) AS people, MIN(c.age) AS youngest, MAX(c.name) AS last FROM c`,
      [{ people: 5, youngest: 20, last: 'bob' }],
    ],
    [`SELECT VALUE COUNT(1) FROM (SELECT DISTINCT c.status FROM c) AS s`, [3]],
    [
      `SELECT VALUE s.status FROM (SELECT DISTINCT c.status FROM c WHERE c.age = 36 OR c.id = 'bob') AS s WHERE s.status != 'done'`,
      ['open'],
    ],
    [`SELECT VALUE COUNT(1) FROM (SELECT VALUE 1 FROM c WHERE c.status = 'open' OFFSET 0 LIMIT 2) AS capped`, [2]],
  ];
  test.each(cases)('%s', async (query, expected) => {
    expect(await answers(query)).toEqual(expected);
  });

  test('GROUP BY gives one result for each group', async () => {
    const groups = await answers('SELECT c.status, COUNT(1) AS people FROM c GROUP BY c.status');
    expect(groups).toHaveLength(3);
    expect(groups).toEqual(
      expect.arrayContaining([
        { status: 'open', people: 3 },
        { status: 'done', people: 1 },
      ]),
    );
  });

  test('SELECT * gives the whole document, system properties too', async () => {
    const [ada] =
      (await containers[1]?.items.query('SELECT * FROM c', { partitionKey: 'acme' }).fetchAll())?.resources ?? [];
    expect(ada).toEqual((await containers[1]?.item('ada', 'acme').read())?.resource);
  });
});

test('values of all types have one order, what is not there comes first', async () => {
  const { items } = await local.container();
  const values = [undefined, null, false, true, -5, -0.5, 0, 2, 10, '', 'B', 'a', 'ﬀ', '😀', [1], { a: 1 }];
  for (const [at, value] of values.toReversed().entries())
    await items.create({ id: `${at}`, workspaceId: 'acme', value });
  const query = 'SELECT VALUE c.id FROM c ORDER BY c.value';
  const { resources } = await items.query(query, { partitionKey: 'acme' }).fetchAll();
  expect(resources.map(Number)).toEqual(values.map((_, at) => at).toReversed());
});

describe('what is refused', () => {
  const refused: [string, string][] = [
    ['SELECT * FROM c WHERE', 'Syntax error'],
    ['SELECT * FROM c WHERE c.x ==', 'Syntax error'],
    ['SELEC * FROM c', 'Syntax error'],
    ["SELECT * FROM c WHERE c.name = 'open", 'Syntax error'],
    ['SELECT * FROM c WHERE d.x = 1', "Identifier 'd' could not be resolved"],
    ['SELECT * FROM c WHERE false AND c.x = @x', '@x has no value'],
    ['SELECT t FROM c JOIN t IN d.tags', "Identifier 'd' could not be resolved"],
    ['SELECT * FROM c WHERE SOUNDEX(c.name)', 'not a recognized built-in function'],
    ['SELECT * FROM c ORDER BY LOWER(c.name)', 'could not be mapped to a document path'],
    ['SELECT * FROM c ORDER BY c.name, c.age', 'composite index'],
    ['SELECT * FROM c JOIN t IN c.tags', 'single input set'],
    ['SELECT c.name, COUNT(1) FROM c', 'GROUP BY'],
    ['SELECT c.id FROM c JOIN t IN c.tags ORDER BY t.x', 'correlated'],
    ['SELECT * FROM c WHERE EXISTS(SELECT VALUE x FROM y IN c.tags)', "Identifier 'x'"],
    ['SELECT TOP -1 * FROM c', 'Syntax error'],
    ['DELETE FROM c', 'Syntax error'],
  ];
  test.each(refused)('%s', async (query, message) => {
    for (const { items } of containers) {
      const answer = items.query(query, { partitionKey: 'acme' }).fetchAll();
      await expect(answer).rejects.toMatchObject({ code: 400, body: { message: expect.stringContaining(message) } });
    }
  });

  test('an order by a path outside the index, by its own name', async () => {
    const answer = containers[1]?.items.query('SELECT * FROM c ORDER BY c.orders', { partitionKey: 'acme' }).fetchAll();
    await expect(answer).rejects.toMatchObject({
      code: 400,
      body: { message: expect.stringContaining('range index') },
    });
  });

  test('a composite order other than the declared one', async () => {
    const compositeIndexes = [
      [
        { path: '/status', order: 'ascending' as const },
        { path: '/age', order: 'descending' as const },
      ],
    ];
    const { items } = await local.container({ indexingPolicy: { includedPaths: [{ path: '/*' }], compositeIndexes } });
    for (const person of people) await items.create({ ...person, workspaceId: 'acme' });
    const ordered = async (by: string) =>
      (await items.query(`SELECT VALUE c.id FROM c ORDER BY ${by}`, { partitionKey: 'acme' }).fetchAll()).resources;
    expect(await ordered('c.status, c.age DESC')).toEqual(['bob', 'dee', 'eve', 'ada', 'cyd']);
    expect(await ordered('c.status DESC, c.age')).toEqual(['cyd', 'ada', 'eve', 'dee', 'bob']);
    for (const by of ['c.status, c.age', 'c.age DESC, c.status', 'c.status, c.age DESC, c.id']) {
      await expect(ordered(by)).rejects.toMatchObject({ code: 400 });
    }
  });

  test('a query without the full partition key, in each way the SDK can send one', async () => {
    const rooms = await local.container({ paths: ['/workspaceId', '/roomId'] });
    await rooms.items.create({ id: '1', workspaceId: 'acme', roomId: 'a' });
    const query = 'SELECT * FROM c';
    const ways = [
      {},
      { partitionKey: ['acme'] },
      { forceQueryPlan: true },
      { enableQueryControl: true },
      { forceQueryPlan: true, partitionKey: ['acme', 'a'] },
    ];
    for (const options of ways)
      await expect(rooms.items.query(query, options).fetchAll()).rejects.toMatchObject({ code: 400 });
    expect((await rooms.items.query(query, { partitionKey: ['acme', 'a'] }).fetchAll()).resources).toHaveLength(1);
  });
});

test('no query reaches another partition, whatever it says', async () => {
  const tries = [
    `c.workspaceId = 'globex'`,
    `true OR c.workspaceId = 'globex'`,
    `c.id = 'ada' OR true`,
    `ARRAY_CONTAINS(c.tags, 'vip') OR true`,
  ];
  for (const where of tries) {
    const found = await answers(`SELECT VALUE c.workspaceId FROM c WHERE ${where}`);
    expect(found.filter((workspace) => workspace !== 'acme')).toEqual([]);
  }
});
