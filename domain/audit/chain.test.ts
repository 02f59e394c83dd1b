import { describe, expect, test } from 'vitest';
import { beginningOf, type ChainEnd, checkChain, linkAfter } from './chain.ts';

type Entry = Awaited<ReturnType<typeof linkAfter<{ action: string }>>>;

async function chainOf(length: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let n = 1; n <= length; n++) {
    entries.push(await linkAfter(entries.at(-1) ?? beginningOf('shop'), { action: `act ${n}` }));
  }
  return entries;
}

async function* walk(entries: readonly Entry[]) {
  yield* entries;
}
const check = (entries: readonly Entry[], end: ChainEnd) => checkChain('shop', walk(entries), end);

test.each([0, 1, 5])('a chain of %i entries holds', async (length) => {
  const entries = await chainOf(length);
  const end = entries.at(-1) ?? beginningOf('shop');
  expect(await check(entries, end)).toEqual({ checked: length, end: { seq: length, hash: end.hash }, broken: null });
});

test('the order in which names are written does not matter', async () => {
  const [entry] = await chainOf(1);
  const turned = Object.fromEntries(Object.entries(entry!).toReversed()) as Entry;
  expect((await check([turned], entry!)).broken).toBeNull();
});

describe('a chain is broken at the first entry that is', () => {
  const cases: [string, number, (entries: Entry[]) => Entry[] | Promise<Entry[]>][] = [
    ['changed', 3, ([a, b, c, d, e]) => [a!, b!, { ...c!, action: 'another' }, d!, e!]],
    [
      'changed and hashed anew',
      4,
      async ([a, b, c, d, e]) => [a!, b!, await linkAfter(b!, { ...c!, action: 'another' }), d!, e!],
    ],
    ['removed', 3, ([a, b, , d, e]) => [a!, b!, d!, e!]],
    ['removed at the beginning', 1, ([, b, c, d, e]) => [b!, c!, d!, e!]],
    ['removed at the end', 5, ([a, b, c, d]) => [a!, b!, c!, d!]],
    ['inserted', 3, async ([a, b, ...rest]) => [a!, b!, await linkAfter(a!, { action: 'new' }), ...rest]],
    ['put in front of another', 2, ([a, b, c, d, e]) => [a!, c!, b!, d!, e!]],
    ['given the number of another', 2, ([a, b, c, d, e]) => [a!, { ...c!, seq: 2 }, { ...b!, seq: 3 }, d!, e!]],
    ['no entry at all', 2, ([a, , ...rest]) => [a!, {} as Entry, ...rest]],
  ];
  test.each(cases)('%s', async (_, seq, tamper) => {
    const entries = await chainOf(5);
    const found = await check(await tamper(entries), entries.at(-1)!);
    expect(found).toMatchObject({ checked: seq - 1, broken: { seq } });
  });

  test('the first one, when the chain is the one of another business', async () => {
    const entries = await chainOf(2);
    const found = await checkChain('another shop', walk(entries), entries.at(-1)!);
    expect(found.broken).toMatchObject({ seq: 1 });
  });
});
