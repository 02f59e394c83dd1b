import { expect, test } from 'vitest';
import type { Line } from '#domain/rooms/message.ts';
import { blocksOf } from './blocks.ts';
import { rowsOf } from './runs.ts';

const line = (seq: number): Line => ({
  kind: 'line',
  id: crypto.randomUUID(),
  seq,
  change: seq,
  sentAt: '2026-03-02T10:00:00.000Z',
  happening: { what: 'joined', who: { id: crypto.randomUUID(), name: 'Ines', role: 'employee' }, as: 'member' },
});
const shape = (from: number, to: number) =>
  blocksOf(
    rowsOf(
      Array.from({ length: to - from + 1 }, (_, n) => line(from + n)),
      (at) => at.slice(0, 10),
      null,
    ),
  ).map(({ number, rows }) => [number, rows.length]);

test('older messages that come in above leave the blocks below as they are', () => {
  // The first row is the day.
  expect(shape(250, 420)).toEqual([
    [2, 51],
    [3, 100],
    [4, 21],
  ]);
  expect(shape(150, 420)).toEqual([
    [1, 51],
    [2, 100],
    [3, 100],
    [4, 21],
  ]);
});

test('an empty log has none', () => {
  expect(blocksOf([])).toEqual([]);
});
