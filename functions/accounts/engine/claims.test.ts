import { describe, expect, test } from 'vitest';
import { points } from '#functions/platform/points.ts';
import { claimsOf, NotUnique } from './claims.ts';
import { rowKey } from './keys.ts';

const claims = claimsOf(points, undefined);
const newKey = (): string => `u|test|${crypto.randomUUID()}`;
const secondsAgo = (seconds: number): number => Date.now() - seconds * 1000;

describe('a unique value', () => {
  test('claimed twenty times at once is had by one', async () => {
    const key = newKey();
    const claimed = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => claims.claim('test', key, `${index}`)),
    );
    expect(claimed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('claimed by somebody who has not written the row yet is theirs for 30 seconds', async () => {
    const key = newKey();
    await points.create(key, { to: 'writer', at: secondsAgo(25) });
    await expect(claims.claim('test', key, 'other')).rejects.toBeInstanceOf(NotUnique);
  });

  test('left by a crash before the row was written is free after 30 seconds', async () => {
    const key = newKey();
    await points.create(key, { to: crypto.randomUUID(), at: secondsAgo(31) });
    await claims.claim('test', key, 'other');
    expect(await claims.idAt(key)).toEqual(['other']);
  });

  test('of a row that is there stays taken for ever', async () => {
    const [key, id] = [newKey(), crypto.randomUUID()];
    await points.create(rowKey('test', id), { row: { id } });
    await points.create(key, { to: id, at: 0 });
    await expect(claims.claim('test', key, 'other')).rejects.toBeInstanceOf(NotUnique);
  });

  test('is released by its owner alone', async () => {
    const key = newKey();
    await claims.claim('test', key, 'owner');
    await claims.release(key, 'other');
    expect(await claims.idAt(key)).toEqual(['owner']);
    await claims.release(key, 'owner');
    expect(await claims.idAt(key)).toEqual([]);
  });
});

describe('a list', () => {
  test('written by twenty at once holds them all', async () => {
    const key = newKey();
    const ids = Array.from({ length: 20 }, (_, index) => `${index}`);
    await Promise.all(ids.map((id) => claims.enlist('test', key, id)));
    expect((await claims.idsIn(key)).toSorted()).toEqual(ids.toSorted());
  });

  test('that grew long forgets the rows that have expired', async () => {
    const [key, alive] = [newKey(), crypto.randomUUID()];
    await points.create(rowKey('test', alive), { row: { id: alive } });
    await points.create(key, { ids: [...Array.from({ length: 99 }, (_, index) => `gone-${index}`), alive] });
    await claims.enlist('test', key, 'new');
    expect(await claims.idsIn(key)).toEqual([alive, 'new']);
  });
});
