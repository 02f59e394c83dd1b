import { expect, test } from 'vitest';
import type { Notification } from './notification.ts';
import { groupsOf, placeOf, sentenceOf } from './subjects.ts';

const ring = { kind: 'task', id: crypto.randomUUID(), title: 'Ring resize' } as const;
const pearl = { kind: 'task', id: crypto.randomUUID(), title: 'Pearl stringing' } as const;
const told = (change: Partial<Notification>): Notification => ({
  id: crypto.randomUUID(),
  kind: 'message',
  on: ring,
  by: 'Ines',
  text: 'It is ready',
  at: '2026-11-20T09:00:00.000Z',
  readAt: null,
  ...change,
});

test('F259 what is about one record is one group, the newest first', () => {
  const groups = groupsOf([
    told({ at: '2026-11-20T09:00:00.000Z', readAt: '2026-11-20T09:01:00.000Z' }),
    told({ on: pearl, at: '2026-11-20T10:00:00.000Z' }),
    told({ at: '2026-11-20T11:00:00.000Z', text: 'Come by' }),
  ]);
  expect(groups).toMatchObject([
    { on: ring, newest: { text: 'Come by' }, count: 2, unread: 1 },
    { on: pearl, count: 1, unread: 1 },
  ]);
  expect(groupsOf([])).toEqual([]);
});

test.each([
  ['message', 'Ines', 'It is ready', 'Ines: It is ready'],
  ['mention', 'Ines', 'look', 'Ines mentioned you: look'],
  ['task-assigned', 'Ines', 'assigned this task to you', 'Ines assigned this task to you'],
  ['payment', null, 'Your payment was received', 'Your payment was received'],
] as const)('F258 a %s by %s is said in one sentence', (kind, by, text, expected) => {
  expect(sentenceOf({ kind, by, text })).toBe(expected);
});

test.each([
  ['task', 'customer', '/tasks/a'],
  ['room', 'employee', '/chat/a'],
  ['member', 'admin', '/users'],
  ['payment', 'manager', '/payments/a'],
  ['payment', 'customer', '/portal/pay/a'],
] as const)('a click on what is about a %s leads a %s to %s', (kind, role, expected) => {
  expect(placeOf({ kind, id: 'a' }, role)).toBe(expected);
});
