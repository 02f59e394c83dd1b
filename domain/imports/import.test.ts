import { describe, expect, test } from 'vitest';
import { isAtWork, mayMap, mayRun, mayUndo, undoUntil } from './import.ts';

const now = new Date('2026-03-02T09:00:00Z');
const until = undoUntil(now);
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

describe('what may be asked of an import', () => {
  test.each([
    ['mapping', null, { map: true, run: false, undo: false, work: false }],
    ['checking', null, { map: true, run: false, undo: false, work: true }],
    ['checked', null, { map: true, run: true, undo: false, work: false }],
    ['waiting', null, { map: false, run: true, undo: false, work: true }],
    ['running', null, { map: false, run: true, undo: false, work: true }],
    ['done', null, { map: false, run: false, undo: true, work: false }],
    ['failed', 'checking', { map: true, run: false, undo: false, work: false }],
    ['failed', 'running', { map: false, run: true, undo: true, work: false }],
    ['failed', 'undoing', { map: false, run: false, undo: true, work: false }],
    ['undoing', null, { map: false, run: false, undo: true, work: true }],
    ['undone', null, { map: false, run: false, undo: false, work: false }],
  ] as const)('%s %s', (state, failedWhile, expected) => {
    const job = { state, failedWhile, undoUntil: until };
    expect({ map: mayMap(job), run: mayRun(job), undo: mayUndo(job, now), work: isAtWork(job) }).toEqual(expected);
  });
});

test('an import can be undone for seven days, and an undo that was begun can be finished after them', () => {
  const done = { state: 'done', failedWhile: null, undoUntil: until } as const;
  expect(mayUndo(done, inDays(7))).toBe(true);
  expect(mayUndo(done, new Date(inDays(7).getTime() + 1))).toBe(false);
  expect(mayUndo({ ...done, state: 'failed', failedWhile: 'undoing' }, inDays(8))).toBe(true);
});
