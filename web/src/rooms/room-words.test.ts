import { describe, expect, test } from 'vitest';
import type { Room } from '#domain/rooms/room.ts';
import { inRoom, makeRoom, people } from '#web/testing/make-room.ts';
import { otherIn, roomName, shortWhen } from './room-words.ts';

const { dipika, ines, noor, tomas } = people;
const direct = makeRoom({ kind: 'direct', title: '', members: [inRoom(tomas), inRoom(noor)] });
const support = makeRoom({
  kind: 'support',
  title: 'Dipika Sarraf',
  members: [inRoom(dipika), inRoom(ines), inRoom(tomas)],
});
const team = makeRoom({ kind: 'team', title: 'Workshop', members: [inRoom(tomas), inRoom(noor)] });
const task = makeRoom({ members: [inRoom(dipika), inRoom(tomas), inRoom(ines, 'observer')] });
const left: Room = { ...direct, members: [inRoom(tomas)] };

describe('Q23 each kind of room', () => {
  test.each([
    ['a direct room', direct, tomas, 'Noor Haddad', noor],
    ['a direct room whose other has gone', left, tomas, 'Former member', undefined],
    ['a team', team, tomas, 'Workshop', undefined],
    ['a support room to its customer', support, dipika, 'Support', undefined],
    ['a support room to staff', support, ines, 'Dipika Sarraf', dipika],
    ['a task to its customer', task, dipika, task.title, tomas],
    ['a task to its employee', task, tomas, task.title, dipika],
    ['a task to who observes it', task, ines, task.title, dipika],
  ])('%s has the name and the face of whom one talks to', (_, room, reader, name, other) => {
    expect(roomName(room, reader)).toBe(name);
    expect(otherIn(room, reader)?.id).toBe(other?.id);
  });
});

const noon = new Date('2026-11-21T12:00:00Z');
test.each([
  ['2026-11-21T10:42:00Z', '10:42'],
  ['2026-11-20T23:59:00Z', 'Yesterday'],
  ['2026-11-19T08:00:00Z', '19 Nov'],
  ['2025-12-31T08:00:00Z', '31 Dec 2025'],
  // A clock that is ahead of this one's.
  ['2026-11-22T00:10:00Z', '00:10'],
])('%s reads as %s at noon of 21 November', (at, words) => {
  expect(shortWhen(at, noon, 'UTC')).toBe(words);
});
