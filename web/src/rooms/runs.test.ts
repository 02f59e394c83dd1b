import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, Message } from '#domain/rooms/message.ts';
import { makeMessage } from '#web/testing/make-scored.ts';
import { makeLine } from '#web/testing/room.tsx';
import { dayNamer, dayWord, type Row, rowsOf } from './runs.ts';

const [dipika, tomas] = ['Dipika Sarraf', 'Tomas Abara'].map((name) => ({
  id: crypto.randomUUID(),
  name,
  role: 'customer' as const,
}));
const utc = dayNamer('UTC');

const entryOf = (row: Row): Entry | null => {
  if (row.kind === 'line') return row.line;
  return row.kind === 'message' ? row.message : null;
};

let seq = 0;
const at = (sentAt: string, sender = dipika!): Message => makeMessage(++seq, { sender, sentAt: `${sentAt}.000Z` });
/** Days as they are named, runs as how many messages they hold, and the other rows as what they are. */
function shape(entries: Entry[], dayOf = utc, newFrom: number | null = null): (string | number)[] {
  const shapes: (string | number)[] = [];
  let inRun = 0;
  for (const row of rowsOf(entries, dayOf, newFrom)) {
    if (row.kind === 'day') shapes.push(row.day);
    else if (row.kind !== 'message') shapes.push(row.kind);
    else {
      inRun = row.opensRun ? 1 : inRun + 1;
      if (row.closesRun) shapes.push(inRun);
    }
  }
  return shapes;
}

describe('messages stand in runs', () => {
  test.each([
    ['nothing', [], []],
    ['one', [at('2026-03-02T09:00:00')], ['2026-03-02', 1]],
    ['two in a row', [at('2026-03-02T09:00:00'), at('2026-03-02T09:04:59')], ['2026-03-02', 2]],
    ['a pause', [at('2026-03-02T09:00:00'), at('2026-03-02T09:05:00')], ['2026-03-02', 1, 1]],
    ['an answer', [at('2026-03-02T09:00:00'), at('2026-03-02T09:00:01', tomas)], ['2026-03-02', 1, 1]],
    ['midnight between', [at('2026-03-02T23:59:59'), at('2026-03-03T00:00:00')], ['2026-03-02', 1, '2026-03-03', 1]],
  ])('%s', (_, messages, expected) => {
    expect(shape(messages)).toEqual(expected);
  });

  test('the day is the viewer’s', () => {
    expect(shape([at('2026-03-02T23:30:00')], dayNamer('Asia/Kolkata'))).toEqual(['2026-03-03', 1]);
  });

  test('a line and the beginning of what is new end a run', () => {
    const line = {
      ...makeLine(2, { what: 'status', status: 'completed', by: tomas! }),
      sentAt: '2026-03-02T09:00:00.000Z',
    };
    const [one, three, four] = [1, 3, 4].map((seq) => makeMessage(seq, { sentAt: '2026-03-02T09:00:00.000Z' }));
    expect(shape([one!, line, three!, four!], utc, 4)).toEqual(['2026-03-02', 1, 'line', 1, 'new', 1]);
  });

  test('whatever is said, each entry stands once, in its order, and no two rows have one key', () => {
    const step = fc.record({
      minutes: fc.integer({ min: 0, max: 2000 }),
      who: fc.constantFrom(dipika!, tomas!),
      isLine: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 0, max: 70 }), (steps, newFrom) => {
        let ms = Date.parse('2026-03-02T09:00:00Z');
        const entries = steps.map(({ minutes, who, isLine }, index): Entry => {
          ms += minutes * 60_000;
          const sentAt = new Date(ms).toISOString();
          return isLine
            ? { ...makeLine(index + 1, { what: 'status', status: 'completed', by: tomas! }), sentAt }
            : makeMessage(index + 1, { sender: who, sentAt });
        });
        const rows = rowsOf(entries, utc, newFrom);
        expect(rows.flatMap((row) => entryOf(row) ?? [])).toEqual(entries);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        for (const [at, row] of rows.entries()) {
          if (row.kind !== 'message') continue;
          const next = rows[at + 1];
          expect(row.closesRun).toBe(next?.kind !== 'message' || next.opensRun);
          if (row.closesRun || next?.kind !== 'message') continue;
          expect(next.message.sender).toEqual(row.message.sender);
          expect(utc(next.message.sentAt)).toBe(utc(row.message.sentAt));
        }
      }),
    );
  });
});

test.each([
  ['2026-03-02', 'Today'],
  ['2026-03-01', 'Yesterday'],
  ['2026-02-27', '27 Feb 2026'],
])('the day line of %s on 2 March says “%s”', (day, word) => {
  expect(dayWord(day, '2026-03-02')).toBe(word);
});
