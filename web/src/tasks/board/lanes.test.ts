import { describe, expect, test } from 'vitest';
import type { TaskStatus } from '#domain/tasks/task.ts';
import { mayGo, timeIn } from './lanes.ts';

describe('how long a card stands in its lane', () => {
  test.each([
    ['2026-11-20T09:00:00.000Z', '2026-11-20', 'new'],
    // Midnight has passed in Oslo.
    ['2026-11-19T23:00:00.000Z', '2026-11-20', 'new'],
    ['2026-11-19T22:59:00.000Z', '2026-11-20', '1 day here'],
    ['2026-11-03T09:00:00.000Z', '2026-11-20', '17 days here'],
  ])('since %s, on %s: %s', (statusAt, today, word) => {
    expect(timeIn({ statusAt }, { today, timeZone: 'Europe/Oslo' }).word).toBe(word);
  });
});

test.each<[TaskStatus, TaskStatus, boolean]>([
  ['requested', 'pending', true],
  ['pending', 'requested', false],
  ['pending', 'pending', false],
  ['completed', 'in-progress', true],
])('a card goes from %s to %s: %s', (from, to, may) => {
  expect(mayGo(from, to)).toBe(may);
});
