import { expect, test } from 'vitest';
import { batched } from './batched.ts';

test('what is asked for at once is one question without repetitions, and each gets their own answer', async () => {
  const asked: string[][] = [];
  const find = batched(async (ids) => {
    asked.push(ids);
    return new Map(ids.filter((id) => id !== 'unknown').map((id) => [id, id.toUpperCase()]));
  }, 100);
  expect(await Promise.all(['a', 'b', 'a', 'unknown'].map((id) => find(id)))).toEqual(['A', 'B', 'A', null]);
  expect(await find('c')).toBe('C');
  expect(asked).toEqual([['a', 'b', 'unknown'], ['c']]);
});

test('more than may be asked for at once are several questions', async () => {
  const asked: number[] = [];
  const find = batched(async (ids) => {
    asked.push(ids.length);
    return new Map(ids.map((id) => [id, id]));
  }, 100);
  await Promise.all(Array.from({ length: 250 }, (_, at) => find(`${at}`)));
  expect(asked).toEqual([100, 100, 50]);
});

test('whoever has gone meanwhile is not asked about, and nothing is asked about nobody', async () => {
  const asked: string[][] = [];
  const find = batched(async (ids) => {
    asked.push(ids);
    return new Map(ids.map((id) => [id, id]));
  }, 100);
  const gone = new AbortController();
  const [left, stayed] = [find('left', gone.signal), find('stayed')];
  gone.abort(new Error('Scrolled past'));
  await expect(left).rejects.toThrow('Scrolled past');
  expect(await stayed).toBe('stayed');
  const alone = find('alone', gone.signal);
  await expect(alone).rejects.toThrow('Scrolled past');
  expect(asked).toEqual([['stayed']]);
});

test('a question that fails fails for all who wait for it, and the next one is asked anew', async () => {
  let isBroken = true;
  const find = batched(async () => {
    if (isBroken) throw new Error('No answer');
    return new Map([['a', 1]]);
  }, 100);
  const outcomes = await Promise.allSettled([find('a'), find('b')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isBroken = false;
  expect(await find('a')).toBe(1);
});
