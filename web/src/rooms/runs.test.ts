import { expect, test } from 'vitest';
import type { Message } from '#domain/rooms/message.ts';
import { daysOf } from './runs.ts';

const [dipika, tomas] = ['Dipika Sarraf', 'Tomas Abara'].map((name) => ({
  id: crypto.randomUUID(),
  name,
  role: 'customer' as const,
}));

let seq = 0;
const at = (sentAt: string, sender = dipika!): Message => ({
  id: crypto.randomUUID(),
  seq: ++seq,
  sender,
  text: 'Hello',
  sentAt: `${sentAt}.000Z`,
});
const shape = (messages: Message[], zone = 'UTC') =>
  daysOf(messages, zone).map(({ day, runs }) => [day, runs.map((run) => run.messages.length)]);

test.each([
  ['nothing', [], []],
  ['one', [at('2026-03-02T09:00:00')], [['2026-03-02', [1]]]],
  ['two in a row', [at('2026-03-02T09:00:00'), at('2026-03-02T09:04:59')], [['2026-03-02', [2]]]],
  ['a pause', [at('2026-03-02T09:00:00'), at('2026-03-02T09:05:00')], [['2026-03-02', [1, 1]]]],
  ['an answer', [at('2026-03-02T09:00:00'), at('2026-03-02T09:00:01', tomas)], [['2026-03-02', [1, 1]]]],
  [
    'midnight between',
    [at('2026-03-02T23:59:59'), at('2026-03-03T00:00:00')],
    [
      ['2026-03-02', [1]],
      ['2026-03-03', [1]],
    ],
  ],
])('%s', (_, messages, expected) => {
  expect(shape(messages)).toEqual(expected);
});

test('the day is the viewer’s', () => {
  expect(shape([at('2026-03-02T23:30:00')], 'Asia/Kolkata')).toEqual([['2026-03-03', [1]]]);
});
