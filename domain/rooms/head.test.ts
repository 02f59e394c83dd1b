import { describe, expect, test } from 'vitest';
import { type About, type Head, isNamed, standing, withChanged, withEntry, withReceipt } from './head.ts';
import type { Entry, Message } from './message.ts';

const at = '2026-03-02T09:00:00.000Z';
const later = '2026-03-02T09:05:00.000Z';
const ada = { id: crypto.randomUUID(), name: 'Ada Holm', role: 'customer', as: 'member' } as const;
const nils = { id: crypto.randomUUID(), name: 'Nils Berg', role: 'employee', as: 'member' } as const;
const about = (members: About['members']): About => ({
  kind: 'task',
  title: 'Ring resize',
  customerId: crypto.randomUUID(),
  members,
});
const room = about([ada, nils]);
const empty = standing(null, room, at);

const message = (seq: number, change: Partial<Message> = {}): Message => ({
  kind: 'message',
  id: `message ${seq}`,
  seq,
  change: seq,
  sender: { id: ada.id, name: ada.name, role: ada.role },
  text: `message ${seq}`,
  files: [],
  replyTo: null,
  mentions: [],
  reactions: [],
  sentAt: at,
  editedAt: null,
  deletedAt: null,
  ...change,
});
const after = (...entries: Entry[]): Head => entries.reduce(withEntry, empty);

describe('who is in a room', () => {
  test('stays the same head when nothing is new', () => {
    const head = after(message(1));
    expect(standing(head, room, later)).toBe(head);
    expect(standing(head, { ...room, title: 'Clasp' }, later)).toEqual({ ...head, title: 'Clasp' });
  });

  test('who is gone is remembered as having been there, until they come back', () => {
    const gone = standing(empty, { ...room, members: [ada] }, later);
    expect([gone.members, gone.former]).toEqual([[ada], [nils.id]]);
    const back = standing(gone, room, later);
    expect([back.members, back.former]).toEqual([[ada, nils], []]);
  });
});

test('an entry takes the next numbers, is the last line, and is read by who said it', () => {
  expect(after(message(1), message(2, { change: 5, sentAt: later }))).toMatchObject({
    lastSeq: 2,
    lastChange: 5,
    lastLine: { by: { id: ada.id, name: ada.name }, text: 'message 2', at: later },
    updatedAt: later,
    receipts: { [ada.id]: { read: 2, readAt: later, delivered: 2 } },
  });
});

describe('a receipt', () => {
  const head = after(message(1), message(2), message(3));
  const read = withReceipt(head, { memberId: nils.id, read: 2, at: later });

  test.each([
    ['forward', { read: 2 }, { read: 2, readAt: later, delivered: 2 }],
    ['got and not read', { delivered: 2 }, { read: 0, readAt: null, delivered: 2 }],
    ['beyond the end', { read: 99 }, { read: 3, readAt: later, delivered: 3 }],
  ])('%s', (_, moving, expected) => {
    expect(withReceipt(head, { memberId: nils.id, ...moving, at: later }).receipts[nils.id]).toEqual(expected);
  });

  test.each([
    ['back', { read: 1 }],
    ['to where it is', { read: 2, delivered: 2 }],
    ['to nowhere', {}],
  ])('%s moves nothing', (_, moving) => {
    expect(withReceipt(read, { memberId: nils.id, ...moving, at: later })).toBe(read);
  });
});

describe('what names somebody', () => {
  const named = after(message(1), message(2, { mentions: [nils.id] }));

  test('counts until they have read it', () => {
    expect(isNamed(named, nils.id)).toBe(true);
    expect(isNamed(named, ada.id)).toBe(false);
    expect(isNamed(withReceipt(named, { memberId: nils.id, read: 1, at: later }), nils.id)).toBe(true);
    expect(isNamed(withReceipt(named, { memberId: nils.id, read: 2, at: later }), nils.id)).toBe(false);
  });

  test('counts no more when it was taken back, and the one before it still does', () => {
    const twice = withEntry(named, message(3, { mentions: [nils.id] }));
    const once = withChanged(twice, message(3, { change: 4, mentions: [] }));
    expect(isNamed(once, nils.id)).toBe(true);
    expect(isNamed(withChanged(once, message(2, { change: 5, mentions: [] })), nils.id)).toBe(false);
  });

  test('is forgotten once it is read, so that the head does not grow', () => {
    const read = withReceipt(named, { memberId: nils.id, read: 2, at: later });
    expect(withEntry(read, message(3)).named).toEqual({});
  });
});

describe('the last line', () => {
  const head = after(message(1), message(2));

  test('changes with the last entry, and with no other', () => {
    expect(withChanged(head, message(1, { change: 3, text: 'mended' })).lastLine?.text).toBe('message 2');
    expect(withChanged(head, message(2, { change: 3, text: 'mended' })).lastLine?.text).toBe('mended');
  });

  test.each([
    [
      'names the files of a message without words',
      { text: '', files: [{ name: 'a.pdf' }, { name: 'b.pdf' }] },
      'a.pdf, b.pdf',
    ],
    ['is the beginning of a long one, whole letters only', { text: '🙂'.repeat(500) }, '🙂'.repeat(140)],
    ['is empty for a deleted one', { text: '', deletedAt: later }, ''],
  ])('%s', (_, change, expected) => {
    expect(after(message(1, change as Partial<Message>)).lastLine?.text).toBe(expected);
  });
});
