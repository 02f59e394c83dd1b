import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, Message } from './message.ts';
import type { Receipt, Receipts } from './room.ts';
import {
  catchUp,
  emptyStream,
  type EntryPage,
  hasGap,
  hasOlder,
  mergeReceipts,
  open,
  prepend,
  receive,
  type Stream,
} from './stream.ts';

const at = '2026-03-02T09:00:00.000Z';
const sender = { id: crypto.randomUUID(), name: 'Dipika Sarraf', role: 'customer' as const };
const message = (seq: number, change = seq): Message => ({
  kind: 'message',
  id: `message ${seq}`,
  seq,
  change,
  sender,
  text: `${seq} as of ${change}`,
  files: [],
  replyTo: null,
  mentions: [],
  reactions: [],
  sentAt: at,
  editedAt: null,
  deletedAt: null,
});

type Log = { entries: readonly Entry[]; lastChange: number; receipts: Receipts };
const emptyLog: Log = { entries: [], lastChange: 0, receipts: {} };

/** What the server does: says something new, or writes over what stands at a seq. */
const say = (log: Log): Log => {
  const change = log.lastChange + 1;
  return { ...log, entries: [...log.entries, message(log.entries.length + 1, change)], lastChange: change };
};
const alter = (log: Log, seq: number): Log => {
  if (!log.entries[seq - 1]) return say(log);
  const change = log.lastChange + 1;
  return { ...log, entries: log.entries.with(seq - 1, message(seq, change)), lastChange: change };
};
const logOf = (count: number): Log => Array.from({ length: count }).reduce<Log>((log) => say(log), emptyLog);
const written = (before: Log, after: Log): Entry => after.entries.find(({ change }) => change > before.lastChange)!;

const page = (log: Log, items: readonly Entry[], upTo = log.lastChange): EntryPage => ({
  items,
  upTo,
  lastSeq: log.entries.length,
  lastChange: log.lastChange,
  receipts: log.receipts,
});
const newest = (log: Log, limit: number) => page(log, log.entries.slice(-limit));
const before = (log: Log, seq: number, limit: number) =>
  page(log, log.entries.filter((entry) => entry.seq < seq).slice(-limit));
const changedAfter = (log: Log, after: number, limit: number) => {
  const items = log.entries
    .filter(({ change }) => change > after)
    .toSorted((a, b) => a.change - b.change)
    .slice(0, limit);
  return page(log, items, items.length < limit ? log.lastChange : items.at(-1)!.change);
};

const seqs = (stream: Stream) => stream.entries.map(({ seq }) => seq);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** What the page does: when something is missing, it asks for all after the last until nothing is. */
function settled(stream: Stream, log: Log, limit: number): Stream {
  let now = stream;
  while (hasGap(now)) now = catchUp(now, now.last!, changedAfter(log, now.last!, limit));
  return now;
}

describe('a room keeps the order of the server', () => {
  test.each([
    ['the next message', [4], [1, 2, 3, 4], false],
    ['a message that is already there', [3], [1, 2, 3], false],
    ['a message after a gap waits', [5], [1, 2, 3], true],
    ['a held message comes in when the gap closes', [5, 4], [1, 2, 3, 4, 5], false],
    ['the same message twice', [4, 4], [1, 2, 3, 4], false],
    ['the same held message twice', [5, 5, 4], [1, 2, 3, 4, 5], false],
  ])('%s', (_, arriving, expected, gap) => {
    const start = open(emptyStream, newest(logOf(3), 50));
    const end = arriving.reduce((stream, seq) => receive(stream, [message(seq)]), start);
    expect(seqs(end)).toEqual(expected);
    expect(hasGap(end)).toBe(gap);
  });

  test('what the socket brings before the first page is not lost and not doubled', () => {
    const early = receive(receive(emptyStream, [message(4)]), [message(3)]);
    expect(seqs(early)).toEqual([]);
    expect(seqs(open(early, newest(logOf(3), 50)))).toEqual([1, 2, 3, 4]);
  });

  test('opening again adds what is new, and asks for what changed in between', () => {
    const log = alter(logOf(5), 1);
    const again = open(open(emptyStream, newest(logOf(3), 50)), newest(log, 3));
    expect(seqs(again)).toEqual([1, 2, 3, 4, 5]);
    expect(hasGap(again)).toBe(true);
    expect(settled(again, log, 50).entries).toEqual(log.entries);
  });

  test('after a long absence the newest page is the new window', () => {
    const again = open(open(emptyStream, newest(logOf(3), 50)), newest(logOf(200), 50));
    expect(seqs(again)).toEqual(upTo(200).slice(-50));
    expect(hasGap(again)).toBe(false);
  });
});

describe('what changed', () => {
  const three = open(emptyStream, newest(logOf(3), 50));

  test('takes the place of what stood there', () => {
    expect(receive(three, [message(2, 4)]).entries).toEqual([message(1), message(2, 4), message(3)]);
  });

  test('before the window is heard of and not taken in', () => {
    const window = open(emptyStream, newest(logOf(9), 3));
    const end = receive(window, [message(2, 10), message(10, 11)]);
    expect([seqs(end), end.last, hasGap(end)]).toEqual([[7, 8, 9, 10], 11, false]);
  });

  test('twice while one was away comes once, and its numbers make no gap', () => {
    const log = alter(alter(alter(logOf(3), 2), 2), 1);
    const end = catchUp(three, 3, changedAfter(log, 3, 50));
    expect(end.entries).toEqual(log.entries);
    expect([end.last, hasGap(end)]).toEqual([6, false]);
  });
});

describe('older messages', () => {
  const nine = open(emptyStream, newest(logOf(9), 3));

  test('come before the first, once', () => {
    const once = prepend(nine, before(logOf(9), 7, 3));
    expect(seqs(prepend(once, before(logOf(9), 7, 3)))).toEqual([4, 5, 6, 7, 8, 9]);
  });

  test('that were read before one of them changed are asked for again', () => {
    const older = before(logOf(9), 7, 3);
    const log = alter(logOf(9), 5);
    const end = prepend(receive(nine, [written(logOf(9), log)]), older);
    expect(hasGap(end)).toBe(true);
    expect(settled(end, log, 50).entries).toEqual(log.entries.slice(3));
  });

  test.each([
    ['an empty room', emptyStream, false],
    ['a room that begins at 7', nine, true],
    ['a room that begins at 1', open(emptyStream, newest(logOf(2), 50)), false],
  ])('%s: more to load %s', (_, stream, expected) => {
    expect(hasOlder(stream)).toBe(expected);
  });
});

type Network = { log: Log; stream: Stream; past: Log[]; onTheWay: Entry[]; pages: ((stream: Stream) => Stream)[] };

const nth = <T>(items: readonly T[], n: number): T | undefined => items[n % (items.length || 1)];

/** One thing that may happen: at the server, on the socket, or to a page that is asked for now and comes later. */
const steps: Record<string, (net: Network, n: number) => void> = {
  say: (net) => server(net, say(net.log)),
  alter: (net, n) => server(net, alter(net.log, 1 + (n % (net.log.entries.length || 1)))),
  hear(net, n) {
    const entry = nth(net.onTheWay, n);
    if (entry) net.stream = receive(net.stream, [entry]);
  },
  lose: (net, n) => void net.onTheWay.splice(n % (net.onTheWay.length || 1), 1),
  askNewest(net, n) {
    const answer = newest(nth(net.past, n)!, 1 + (n % 5));
    net.pages.push((stream) => open(stream, answer));
  },
  askAfter(net, n) {
    const { last } = net.stream;
    if (last === null) return;
    const answer = changedAfter(net.log, last, 1 + (n % 4));
    net.pages.push((stream) => catchUp(stream, last, answer));
  },
  askOlder(net, n) {
    const first = net.stream.entries[0]?.seq ?? 1;
    const answer = before(net.log, first, 1 + (n % 4));
    net.pages.push((stream) => prepend(stream, answer));
  },
  pageComes(net, n) {
    const [comes] = net.pages.splice(n % (net.pages.length || 1), 1);
    if (comes) net.stream = comes(net.stream);
  },
};

function server(net: Network, after: Log): void {
  net.onTheWay.push(written(net.log, after));
  net.log = after;
  net.past.push(after);
}

// Pages come as often as they are asked for, so that many are old when they come.
const someStep = fc.constantFrom(...Object.keys(steps), 'alter', 'hear', 'hear', 'askOlder', 'pageComes', 'pageComes');
const someSteps = fc.array(fc.tuple(someStep, fc.nat(1000)), { maxLength: 80, size: 'max' });

test('F196 W4 any order, loss, repeats, late pages and edits of what is not loaded end in what the server has', () => {
  fc.assert(
    fc.property(someSteps, fc.nat(12), fc.integer({ min: 1, max: 5 }), (happened, count, limit) => {
      const log = logOf(count);
      const net: Network = { log, stream: emptyStream, past: [log], onTheWay: [], pages: [] };
      steps['askNewest']!(net, 1);
      for (const [what, n] of happened) {
        steps[what]!(net, n);
        if (net.stream.last === null || hasGap(net.stream)) continue;
        // Nothing is missing: each place is filled, in the one order.
        const first = seqs(net.stream)[0] ?? 1;
        expect(seqs(net.stream)).toEqual(upTo(net.stream.entries.length).map((n) => n + first - 1));
      }
      const end = settled(open(net.stream, newest(net.log, limit)), net.log, limit);
      expect(end.entries).toEqual(net.log.entries.slice(net.log.entries.length - end.entries.length));
      expect(end.entries.length > 0).toBe(net.log.entries.length > 0);
      expect([end.last, end.held]).toEqual([net.log.lastChange, []]);
    }),
    { numRuns: 600 },
  );
});

test('F191 receipts in any order, as often as they come, end in the furthest of each', () => {
  const some = fc.record({ read: fc.nat(9), delivered: fc.nat(9) }).map(({ read, delivered }): Receipt => ({
    read,
    readAt: read === 0 ? null : `2026-03-02T09:00:0${read}.000Z`,
    delivered,
  }));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('ada', 'nils'), some)), (arrivals) => {
      const end = arrivals.reduce((stream, [who, receipt]) => mergeReceipts(stream, { [who]: receipt }), emptyStream);
      for (const who of ['ada', 'nils']) {
        const theirs = arrivals.filter(([id]) => id === who).map(([, receipt]) => receipt);
        if (theirs.length === 0) continue;
        const read = Math.max(...theirs.map((one) => one.read));
        const delivered = Math.max(...theirs.map((one) => one.delivered));
        expect(end.receipts[who]).toEqual({
          read,
          delivered,
          readAt: read === 0 ? null : `2026-03-02T09:00:0${read}.000Z`,
        });
      }
    }),
  );
});

test('F191 whoever says something has read all before it: the entry moves their receipt, and never back', () => {
  const start = open(emptyStream, newest(logOf(3), 50));
  const said = receive(start, [message(4), message(5)]);
  expect(said.receipts).toEqual({ [sender.id]: { read: 5, readAt: at, delivered: 5 } });
  expect(receive(said, [message(2, 6)]).receipts).toEqual(said.receipts);
});
