import { expect, test } from 'vitest';
import { sharedAnswer } from './shared-answer.ts';

test('a hundred who ask within five seconds cost one answer, the next one another', async () => {
  let done = 0;
  const ask = sharedAnswer(5000, async (_: null) => ++done);
  const start = Date.parse('2026-03-02T09:00:00Z');
  const answers = await Promise.all(Array.from({ length: 100 }, (__, n) => ask(new Date(start + n * 50), null)));
  expect(new Set(answers)).toEqual(new Set([1]));
  expect(await ask(new Date(start + 5000), null)).toBe(2);
});

test('after a failure the next one asks anew', async () => {
  const answers = [Promise.reject(new Error('away')), Promise.resolve('there')];
  const ask = sharedAnswer(5000, async (_: null) => answers.shift());
  const now = new Date('2026-03-02T09:00:00Z');
  await expect(ask(now, null)).rejects.toThrow('away');
  expect(await ask(now, null)).toBe('there');
});
