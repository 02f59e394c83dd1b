import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';
import type { Entry, Message } from './message.ts';
import { type Receipt, Receipts, RoomKind, RoomMember, Seat } from './room.ts';

/** What a room knows of itself. It is written with every entry, so it is what the entries say, at any moment. */
export const Head = z.object({
  kind: RoomKind,
  title: z.string(),
  /** Whose task or question it is; null between colleagues. */
  customerId: Id.nullable(),
  members: z.array(RoomMember),
  /** Who was a member and is no more. */
  former: z.array(Id),
  /** By member id. */
  receipts: Receipts,
  /** By member id: the seqs of unread messages that name them. */
  named: z.record(z.string(), z.array(z.int())),
  lastSeq: z.int(),
  lastChange: z.int(),
  lastLine: Seat.shape.lastLine,
  updatedAt: Moment,
  deletedAt: Moment.nullable(),
});
export type Head = z.infer<typeof Head>;

/** What a room is by the word of its task, or of who runs it. */
export type About = Pick<Head, 'kind' | 'title' | 'customerId' | 'members'>;

const nothingRead: Receipt = { read: 0, readAt: null, delivered: 0 };
const mostOfALine = 140;

/** The same head when the room is already what is said of it. */
export function standing(head: Head | null, { kind, title, customerId, members }: About, at: string): Head {
  const about = { kind, title, customerId, members };
  if (!head) {
    const nothing = { former: [], receipts: {}, named: {}, lastSeq: 0, lastChange: 0, lastLine: null };
    return { ...about, ...nothing, updatedAt: at, deletedAt: null };
  }
  const isThere = new Set(members.map(({ id }) => id));
  const gone = head.members.map(({ id }) => id).filter((id) => !isThere.has(id));
  const former = [...new Set([...head.former, ...gone])].filter((id) => !isThere.has(id));
  const next = { ...head, ...about, former };
  return JSON.stringify(next) === JSON.stringify(head) ? head : next;
}

/** An entry takes the next place: who said it has read up to it. */
export function withEntry(head: Head, entry: Entry): Head {
  const { seq, change, sentAt } = entry;
  const moved = {
    ...head,
    named: namedIn(head, entry),
    lastSeq: seq,
    lastChange: change,
    lastLine: lastLineOf(entry),
    updatedAt: sentAt,
  };
  const author = authorOf(entry);
  return author ? withReceipt(moved, { memberId: author, read: seq, at: sentAt }) : moved;
}

/** An entry that stood there is another now. */
export const withChanged = (head: Head, entry: Entry): Head => ({
  ...head,
  named: namedIn(head, entry),
  lastChange: entry.change,
  lastLine: entry.seq === head.lastSeq ? lastLineOf(entry) : head.lastLine,
});

/** Something names them that they have not read. */
export const isNamed = ({ named, receipts }: Pick<Head, 'named' | 'receipts'>, memberId: string): boolean => {
  const { read } = receipts[memberId] ?? nothingRead;
  return (named[memberId] ?? []).some((seq) => seq > read);
};

// The head is written with every entry: more of them say nothing more.
const mostNamed = 20;

/** With what the entry says now in place of what it said before, and without what was read. */
function namedIn({ named, receipts }: Head, entry: Entry): Head['named'] {
  const mentions = entry.kind === 'message' ? entry.mentions : [];
  const ids = new Set([...Object.keys(named), ...mentions]);
  const next = [...ids].map((id): [string, number[]] => {
    const { read } = receipts[id] ?? nothingRead;
    const others = (named[id] ?? []).filter((seq) => seq !== entry.seq && seq > read);
    const isNew = mentions.includes(id) && entry.seq > read;
    return [id, isNew ? [...others, entry.seq].slice(-mostNamed) : others];
  });
  return Object.fromEntries(next.filter(([, seqs]) => seqs.length > 0));
}

type Reading = { memberId: string; read?: number | undefined; delivered?: number | undefined; at: string };

/** Forward only, and never beyond the last entry. The same head when nothing moves. */
export function withReceipt(head: Head, { memberId, read = 0, delivered = 0, at }: Reading): Head {
  const before = head.receipts[memberId] ?? nothingRead;
  const next = { read: Math.min(read, head.lastSeq), delivered: Math.min(delivered, head.lastSeq) };
  const isRead = next.read > before.read;
  const got = Math.max(before.delivered, next.delivered, next.read);
  if (!isRead && got === before.delivered) return head;
  const receipt = isRead ? { read: next.read, readAt: at, delivered: got } : { ...before, delivered: got };
  return { ...head, receipts: { ...head.receipts, [memberId]: receipt } };
}

/** Whoever said it or came in by it has read all before it. */
export const authorOf = (entry: Entry): string | null => {
  if (entry.kind === 'message') return entry.sender.id;
  return entry.happening.what === 'joined' ? entry.happening.who.id : null;
};

function lastLineOf(entry: Entry): Head['lastLine'] {
  if (entry.kind === 'line') return { by: null, text: happeningIn(entry.happening), at: entry.sentAt };
  const { id, name } = entry.sender;
  return { by: { id, name }, text: inShort(entry), at: entry.sentAt };
}

/** The beginning of what was said, or what was sent without a word. */
export const inShort = ({ text, files }: Pick<Message, 'text' | 'files'>): string =>
  Array.from(text || files.map(({ name }) => name).join(', '))
    .slice(0, mostOfALine)
    .join('');

type Happening = Extract<Entry, { kind: 'line' }>['happening'];

/** Who did what; a page that shows the line itself says more. */
function happeningIn(happening: Happening): string {
  switch (happening.what) {
    case 'joined':
    case 'left':
      return `${happening.who.name} ${happening.what}`;
    case 'status':
      return `${happening.by.name} set ${happening.status.replace('-', ' ')}`;
    case 'paid':
      return `${happening.by.name} paid`;
    case 'payment-requested':
      return `${happening.by.name} asked for a payment`;
    case 'refunded':
      return happening.by ? `${happening.by.name} refunded a payment` : 'A payment was refunded';
  }
}
