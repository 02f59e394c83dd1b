import { expect, test } from 'vitest';
import { latestAnswer } from './latest-answer.ts';

test('what stands is made once, anew when it changed, and for each one apart', async () => {
  let made = 0;
  const ask = latestAnswer<number>(2);
  const make = async () => ++made;
  expect(await Promise.all([ask('a', '1', make), ask('a', '1', make)])).toEqual([1, 1]);
  expect(await ask('b', '1', make)).toBe(2);
  expect(await ask('a', '2', make)).toBe(3);
  expect(await ask('a', '2', make)).toBe(3);
});

test('of more than are kept, the one who has not asked for longest is forgotten', async () => {
  let made = 0;
  const ask = latestAnswer<number>(2);
  const make = async () => ++made;
  await ask('a', '1', make);
  await ask('b', '1', make);
  await ask('a', '1', make);
  await ask('c', '1', make);
  expect(await ask('a', '1', make)).toBe(1);
  expect(await ask('b', '1', make)).toBe(4);
});

test('a failure is told and not kept', async () => {
  const ask = latestAnswer<number>(2);
  await expect(ask('a', '1', () => Promise.reject(new Error('The store is away')))).rejects.toThrow('away');
  expect(await ask('a', '1', async () => 7)).toBe(7);
});
