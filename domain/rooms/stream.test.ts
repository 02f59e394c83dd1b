import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from './message.ts';
import { emptyStream, hasGap, hasOlder, open, prepend, receive, type Stream } from './stream.ts';

const sender = { id: crypto.randomUUID(), name: 'Dipika Sarraf', role: 'customer' as const };
const message = (seq: number): Message => ({
  id: crypto.randomUUID(),
  seq,
  sender,
  text: `message ${seq}`,
  sentAt: '2026-03-02T09:00:00.000Z',
});
const room = (count: number) => Array.from({ length: count }, (_, index) => message(index + 1));
const seqs = (stream: Stream) => stream.messages.map((each) => each.seq);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** What the page does: take it, and when something is missing fetch all after the last. */
function take(stream: Stream, incoming: Message[], stored: Message[]): Stream {
  const next = receive(stream, incoming);
  return hasGap(next) ? receive(next, stored.slice(next.last ?? 0)) : next;
}

describe('a room keeps the order of the server', () => {
  test.each([
    ['the next message', [4], [1, 2, 3, 4], false],
    ['a message that is already there', [3], [1, 2, 3], false],
    ['a message after a gap waits', [5], [1, 2, 3], true],
    ['a held message comes in when the gap closes', [5, 4], [1, 2, 3, 4, 5], false],
    ['the same message twice', [4, 4], [1, 2, 3, 4], false],
  ])('%s', (_, arriving, expected, gap) => {
    const start = open(emptyStream, room(3));
    const end = arriving.reduce((stream, seq) => receive(stream, [message(seq)]), start);
    expect(seqs(end)).toEqual(expected);
    expect(hasGap(end)).toBe(gap);
  });

  test('F196: any order, repeats and gaps end in the same list', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }), { maxLength: 40 }),
        (opened, arrivals) => {
          const stored = room(40);
          let stream = open(emptyStream, stored.slice(0, opened));
          for (const arriving of arrivals) {
            stream = take(
              stream,
              arriving.map((seq) => stored[seq - 1]!),
              stored,
            );
            expect(seqs(stream)).toEqual(upTo(stream.last ?? 0));
          }
          expect(seqs(take(stream, [stored[39]!], stored))).toEqual(upTo(40));
        },
      ),
    );
  });

  test('what the socket brings before the first page is not lost and not doubled', () => {
    const early = receive(receive(emptyStream, [message(4)]), [message(3)]);
    expect(seqs(early)).toEqual([]);
    expect(seqs(open(early, room(3)))).toEqual([1, 2, 3, 4]);
  });

  test('opening an open stream again only adds what is new', () => {
    const stream = open(emptyStream, room(3));
    expect(seqs(open(stream, room(5)))).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('older messages', () => {
  const newest = open(emptyStream, room(9).slice(6));

  test('come before the first, once', () => {
    const once = prepend(newest, room(6).slice(3));
    expect(seqs(prepend(once, room(6).slice(3)))).toEqual([4, 5, 6, 7, 8, 9]);
  });

  test.each([
    ['an empty room', emptyStream, false],
    ['a room that begins at 7', newest, true],
    ['a room that begins at 1', open(emptyStream, room(2)), false],
  ])('%s: more to load %s', (_, stream, expected) => {
    expect(hasOlder(stream)).toBe(expected);
  });
});
