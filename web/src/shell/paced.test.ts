import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from './paced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first of a flood is done at once, the others once a second, and the last is not lost', () => {
  const done: number[] = [];
  const start = Date.now();
  const { ask } = paced(1000, () => done.push(Date.now() - start));
  for (let at = 0; at < 2500; at += 50) {
    ask('seats');
    vi.advanceTimersByTime(50);
  }
  vi.advanceTimersByTime(5000);
  expect(done).toEqual([0, 1000, 2000, 3000]);
  ask('seats');
  expect(done).toHaveLength(5);
});

test('one word does not wait for another', () => {
  const done: string[] = [];
  const { ask } = paced(1000, (word) => done.push(word));
  for (const word of ['seats', 'files', 'seats', 'files']) ask(word);
  expect(done).toEqual(['seats', 'files']);
});

test('nothing is done any more after it was stopped', () => {
  const done: string[] = [];
  const { ask, stop } = paced(1000, (word) => done.push(word));
  for (let n = 0; n < 3; n++) ask('seats');
  stop();
  vi.advanceTimersByTime(5000);
  expect(done).toEqual(['seats']);
});
