import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Head } from '#domain/rooms/head.ts';
import { type Receipt, RoomMember } from '#domain/rooms/room.ts';

type Last = NonNullable<Head['lastLine']>;

/**
 * The head is read and written with every message, and each kilobyte of it is charged: so what is usual is left out, and
 * what repeats is short. A room of three people fits in one.
 */
const StoredReceipt = z
  .tuple([z.int(), z.int(), z.int().nullable()])
  .transform(([read, delivered, readAt]): Receipt => ({
    read,
    readAt: readAt === null ? null : new Date(readAt).toISOString(),
    delivered,
  }));
const StoredLine = z.union([z.tuple([z.string()]), z.tuple([z.string(), Id, z.string()])]);

const StoredHead = Head.extend({
  members: z.array(RoomMember.extend({ as: RoomMember.shape.as.default('member') })),
  former: Head.shape.former.default([]),
  receipts: z.record(z.string(), StoredReceipt),
  named: Head.shape.named.default({}),
  lastLine: StoredLine.nullable().default(null),
  deletedAt: Head.shape.deletedAt.default(null),
});

export const packedHead = ({ members, former, receipts, named, lastLine, deletedAt, ...rest }: Head) => ({
  ...rest,
  members: members.map(({ as, ...who }) => (as === 'member' ? who : { ...who, as })),
  ...(former.length > 0 && { former }),
  receipts: Object.fromEntries(Object.entries(receipts).map(([id, receipt]) => [id, packedReceipt(receipt)])),
  ...(Object.keys(named).length > 0 && { named }),
  ...(lastLine && { lastLine: packedLine(lastLine) }),
  ...(deletedAt !== null && { deletedAt }),
});

export function unpackedHead(stored: unknown): Head {
  const { lastLine, ...rest } = StoredHead.parse(stored);
  return { ...rest, lastLine: lastLine && lineOf(lastLine, rest.updatedAt) };
}

const packedReceipt = ({ read, delivered, readAt }: Receipt) => [
  read,
  delivered,
  readAt === null ? null : Date.parse(readAt),
];

const packedLine = ({ by, text }: Last): z.input<typeof StoredLine> => (by ? [text, by.id, by.name] : [text]);

/** The last line is what moved the room in its lists. */
function lineOf([text, id, name]: z.output<typeof StoredLine>, at: string): Last {
  return { by: id !== undefined && name !== undefined ? { id, name } : null, text, at };
}
