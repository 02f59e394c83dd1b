import { authorOf } from './head.ts';
import type { Entry } from './message.ts';
import type { Receipt, Receipts } from './room.ts';

/**
 * A room as one reader has it: a window of `entries` in order of seq that ends with the newest. All that changed up to
 * `last` is in it; `heardOf` is the newest change one knows there is, and `held` is what came too early. `last` is null
 * until the first page is there.
 */
export type Stream = {
  entries: readonly Entry[];
  last: number | null;
  heardOf: number;
  held: readonly Entry[];
  receipts: Receipts;
};

/** What the server answers: all that changed up to `upTo`, as far as it was asked for. */
export type EntryPage = {
  items: readonly Entry[];
  upTo: number;
  lastSeq: number;
  lastChange: number;
  receipts: Receipts;
};

export const emptyStream: Stream = { entries: [], last: null, heardOf: 0, held: [], receipts: {} };

/**
 * The newest page opens the stream; what the socket brought before it is laid over. Opening again goes on from where one
 * is, unless so much was said meanwhile that the two do not touch: then the page is the new window.
 */
export function open(stream: Stream, page: EntryPage): Stream {
  const end = stream.entries.at(-1)?.seq ?? 0;
  const touches = stream.last !== null && (page.items[0]?.seq ?? 1) <= end + 1;
  const window = touches ? { entries: laidOver(stream.entries, page.items) } : { entries: page.items, last: page.upTo };
  const start = { ...stream, ...window, heardOf: Math.max(stream.heardOf, page.lastChange) };
  return receive(mergeReceipts(start, page.receipts), []);
}

/** Takes entries from the socket, in any order and as often as they come: `change` decides. */
export function receive(stream: Stream, incoming: readonly Entry[]): Stream {
  const waiting = [...stream.held, ...incoming].toSorted((a, b) => a.change - b.change);
  if (stream.last === null) return { ...stream, held: waiting };

  const applied: Entry[] = [];
  const held: Entry[] = [];
  let last = stream.last;
  for (const entry of waiting) {
    if (entry.change <= last || entry.change === held.at(-1)?.change) continue;
    if (entry.change > last + 1) {
      held.push(entry);
      continue;
    }
    applied.push(entry);
    last = entry.change;
  }
  const heardOf = Math.max(stream.heardOf, last, held.at(-1)?.change ?? 0);
  const next = { ...stream, entries: laidOver(stream.entries, applied), last, heardOf, held };
  return applied.reduce<Stream>((all, entry) => mergeReceipts(all, receiptIn(entry)), next);
}

/** Takes the page of all that changed after a change. What changed twice is in it once, so its numbers have gaps. */
export function catchUp(stream: Stream, after: number, page: EntryPage): Stream {
  const heard = mergeReceipts({ ...stream, heardOf: Math.max(stream.heardOf, page.lastChange) }, page.receipts);
  const certain = page.items.filter(({ change }) => change <= page.upTo);
  const rest = page.items.filter(({ change }) => change > page.upTo);
  if (stream.last === null || after > stream.last) return receive(heard, page.items);

  const entries = laidOver(heard.entries, certain);
  return receive({ ...heard, entries, last: Math.max(stream.last, page.upTo) }, rest);
}

/** True when something is missing between `last` and what one has heard of: catch up from `last`. */
export const hasGap = (stream: Stream): boolean => stream.last !== null && stream.heardOf > stream.last;

/** The page before the first entry, when the reader scrolls up. */
export function prepend(stream: Stream, page: EntryPage): Stream {
  const first = stream.entries[0]?.seq;
  const older = page.items.filter(({ seq }) => first !== undefined && seq < first);
  if (stream.last === null || older.at(-1)?.seq !== (first ?? 0) - 1) return stream;
  // Read before something that came meanwhile: that may have changed one of these, and is asked for again.
  const last = Math.min(stream.last, page.upTo);
  return mergeReceipts({ ...stream, entries: [...older, ...stream.entries], last }, page.receipts);
}

/** `seq` counts from 1, so the first entry tells whether there is anything before it. */
export const hasOlder = (stream: Stream): boolean => (stream.entries[0]?.seq ?? 1) > 1;

/** Nobody goes back, so the order in which receipts arrive does not matter. */
export const mergeReceipts = (stream: Stream, receipts: Receipts): Stream => ({
  ...stream,
  receipts: Object.entries(receipts).reduce(
    (all, [memberId, receipt]) => ({ ...all, [memberId]: further(all[memberId], receipt) }),
    stream.receipts,
  ),
});

/** An entry moves its author's receipt in the same step, and nobody is told of that beside it. */
function receiptIn(entry: Entry): Receipts {
  const author = authorOf(entry);
  return author ? { [author]: { read: entry.seq, readAt: entry.sentAt, delivered: entry.seq } } : {};
}

function further(one: Receipt | undefined, other: Receipt): Receipt {
  if (!one) return other;
  const { read, readAt } = other.read > one.read ? other : one;
  return { read, readAt, delivered: Math.max(one.delivered, other.delivered) };
}

/** In each place the version that changed last; what stands before the window is not taken in. */
function laidOver(entries: readonly Entry[], incoming: readonly Entry[]): readonly Entry[] {
  const end = entries.at(-1)?.seq ?? 0;
  // By far the commonest: somebody said something.
  if (incoming.length === 1 && incoming[0]!.seq > end) return [...entries, incoming[0]!];

  const first = entries[0]?.seq ?? 1;
  const versions = new Map(entries.map((entry) => [entry.seq, entry]));
  const before = versions.size;
  let isNewer = false;
  for (const entry of incoming) {
    if (entry.seq < first || entry.change <= (versions.get(entry.seq)?.change ?? 0)) continue;
    versions.set(entry.seq, entry);
    isNewer = true;
  }
  if (!isNewer) return entries;
  return versions.size === before ? [...versions.values()] : [...versions.values()].toSorted((a, b) => a.seq - b.seq);
}
