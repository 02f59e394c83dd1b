import type { Message } from './message.ts';

/**
 * A room as one reader has it: `messages` without gaps up to `last`, and `held` what came too early. `last` is null
 * until the first page is there.
 */
export type Stream = { messages: readonly Message[]; last: number | null; held: readonly Message[] };

export const emptyStream: Stream = { messages: [], last: null, held: [] };

/** The newest page opens the stream; what the socket brought before it is laid over. */
export const open = (stream: Stream, page: readonly Message[]): Stream =>
  stream.last === null
    ? receive({ messages: page, last: page.at(-1)?.seq ?? 0, held: [] }, stream.held)
    : receive(stream, page);

/** Takes messages from the socket or from a page, in any order and as often as they come: `seq` decides. */
export function receive(stream: Stream, incoming: readonly Message[]): Stream {
  const waiting = [...stream.held, ...incoming].toSorted((a, b) => a.seq - b.seq);
  if (stream.last === null) return { ...stream, held: waiting };

  const applied: Message[] = [];
  const held: Message[] = [];
  let last = stream.last;
  for (const message of waiting) {
    if (message.seq <= last) continue;
    if (message.seq > last + 1) {
      held.push(message);
      continue;
    }
    applied.push(message);
    last = message.seq;
  }
  return { messages: applied.length > 0 ? [...stream.messages, ...applied] : stream.messages, last, held };
}

/** True when something is missing between `last` and what is held: fetch all after `last`. */
export const hasGap = (stream: Stream): boolean => stream.last !== null && stream.held.length > 0;

/** The page before the first message, when the reader scrolls up. */
export function prepend(stream: Stream, older: readonly Message[]): Stream {
  const first = stream.messages[0]?.seq ?? Number.POSITIVE_INFINITY;
  const before = older.filter((message) => message.seq < first);
  return { ...stream, messages: [...before, ...stream.messages] };
}

/** `seq` counts from 1, so the first message tells whether there is anything before it. */
export const hasOlder = (stream: Stream): boolean => (stream.messages[0]?.seq ?? 1) > 1;
