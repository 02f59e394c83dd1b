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
