import { expect, test } from 'vitest';
import { pauseAfter } from './checkout-queries.ts';

test('a payment is asked after with longer and longer pauses, and for two minutes only', () => {
  const pauses = Array.from({ length: 12 }, (_, asked) => pauseAfter(asked + 1));
  const taken = pauses.filter((pause) => pause !== false);
  expect(taken).toEqual(taken.toSorted((one, other) => one - other));
  expect(taken.reduce((sum, pause) => sum + pause, 0)).toBe(120_000);
  expect(pauses.slice(taken.length)).toEqual([false, false, false]);
});
