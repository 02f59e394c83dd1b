import { ChangeFeedStartFrom, type ChangeFeedPullModelIterator, type Container } from '@azure/cosmos';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCosmos, type CosmosForTests } from './with-cosmos.ts';

let local: CosmosForTests;
let tasks: Container;
beforeAll(async () => {
  local = await openCosmos();
});
beforeEach(async () => {
  tasks = await local.container();
});
afterAll(() => local.stop());

interface Change {
  id: string;
  _lsn: number;
}
const write = (id: string, given: object = {}) => tasks.items.upsert({ id, workspaceId: 'acme', ...given });

/** The ids of each page up to the first that says "nothing new". */
async function pages(feed: ChangeFeedPullModelIterator<Change>): Promise<string[][]> {
  const found: string[][] = [];
  for (;;) {
    const { statusCode, result } = await feed.readNext();
    if (statusCode === 304) return found;
    found.push(result.map(({ id }) => id));
  }
}
const feed = (changeFeedStartFrom: ChangeFeedStartFrom, maxItemCount = 100) =>
  tasks.items.getChangeFeedIterator<Change>({ changeFeedStartFrom, maxItemCount });

test('each document once, in its latest version, ordered by its last change', async () => {
  await write('a');
  await write('b');
  await write('c');
  await write('a', { changed: true });
  const { result } = await feed(ChangeFeedStartFrom.Beginning()).readNext();
  expect(result).toMatchObject([{ id: 'b' }, { id: 'c' }, { id: 'a', changed: true }]);
  const numbers = result.map(({ _lsn }) => _lsn);
  expect(numbers).toEqual(numbers.toSorted((x, y) => x - y));
});

test('pages hold no more than asked for, and a continuation goes on where they ended', async () => {
  for (const id of ['a', 'b', 'c', 'd', 'e']) await write(id);
  const first = await feed(ChangeFeedStartFrom.Beginning(), 2).readNext();
  expect(first.result.map(({ id }) => id)).toEqual(['a', 'b']);
  await write('a');
  expect(await pages(feed(ChangeFeedStartFrom.Continuation(first.continuationToken), 2))).toEqual([
    ['c', 'd'],
    ['e', 'a'],
  ]);
});

test('after the last page it says 304, and later changes come with the next read', async () => {
  await write('a');
  const iterator = feed(ChangeFeedStartFrom.Beginning());
  expect(await pages(iterator)).toEqual([['a']]);
  await write('b');
  expect(await pages(iterator)).toEqual([['b']]);
});

test('from now on means nothing of before', async () => {
  await write('before');
  const iterator = feed(ChangeFeedStartFrom.Now());
  expect(await pages(iterator)).toEqual([]);
  await write('after');
  expect(await pages(iterator)).toEqual([['after']]);
});

test('from a moment on', async () => {
  await write('early');
  local.later(100);
  const { resource } = await write('late');
  expect(await pages(feed(ChangeFeedStartFrom.Time(new Date(Number(resource?._ts) * 1000))))).toEqual([['late']]);
});

test('deleted documents are not in it', async () => {
  await write('a');
  await write('b');
  await tasks.item('a', 'acme').delete();
  expect(await pages(feed(ChangeFeedStartFrom.Beginning()))).toEqual([['b']]);
});

describe('a part of it', () => {
  test('one partition by its key', async () => {
    await write('a');
    await tasks.items.create({ id: 'other', workspaceId: 'globex' });
    await write('b');
    expect(await pages(feed(ChangeFeedStartFrom.Beginning('acme')))).toEqual([['a', 'b']]);
    expect(await pages(feed(ChangeFeedStartFrom.Beginning('nobody')))).toEqual([]);
  });

  test('one partition of two levels by its whole key; the first level alone is refused', async () => {
    const rooms = await local.container({ paths: ['/workspaceId', '/roomId'] });
    for (const roomId of ['1', '2']) await rooms.items.create({ id: `m${roomId}`, workspaceId: 'acme', roomId });
    const read = (key: string[]) =>
      rooms.items.getChangeFeedIterator<Change>({ changeFeedStartFrom: ChangeFeedStartFrom.Beginning(key) });
    expect(await pages(read(['acme', '2']))).toEqual([['m2']]);
    await expect(read(['acme']).readNext()).rejects.toMatchObject({ code: 501 });
  });

  test('a feed range from the container', async () => {
    await write('a');
    const ranges = await tasks.getFeedRanges();
    expect(ranges).toHaveLength(1);
    expect(await pages(feed(ChangeFeedStartFrom.Beginning(ranges[0])))).toEqual([['a']]);
  });
});
