import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Presence } from '#domain/presence/presence.ts';
import { Entry } from '#domain/rooms/message.ts';
import { Receipt } from '#domain/rooms/room.ts';

/**
 * What travels on the socket. An event says what changed, and the reader fetches what its own rights show; an entry
 * of a room and who is here are the exceptions, because everybody in the group may read them.
 */
export const LiveEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entry.added'), roomId: Id, entry: Entry }),
  /** Edited, deleted, or an emoji put on it or taken off. */
  z.object({ kind: z.literal('entry.changed'), roomId: Id, entry: Entry }),
  z.object({ kind: z.literal('receipt.changed'), roomId: Id, memberId: Id, receipt: Receipt }),
  z.object({ kind: z.literal('typing'), roomId: Id, memberId: Id }),
  /** Who is in it, or its name. */
  z.object({ kind: z.literal('room.changed'), roomId: Id }),
  z.object({ kind: z.literal('files.changed'), roomId: Id }),
  /** To one member: a row of their room list. */
  z.object({ kind: z.literal('seat.changed'), roomId: Id, lastSeq: z.int() }),
  z.object({ kind: z.literal('notifications.changed') }),
  z.object({ kind: z.literal('presence.changed'), presence: Presence }),
  /** Their name, picture or role. */
  z.object({ kind: z.literal('member.changed'), memberId: Id }),
  z.object({ kind: z.literal('member.verified') }),
  z.object({ kind: z.literal('member.rejected') }),
  /** Who one is, or what one may, is not what it was: the page asks again. */
  z.object({ kind: z.literal('session.ended') }),
  z.object({ kind: z.literal('members.changed') }),
  z.object({ kind: z.literal('tasks.changed'), taskId: Id }),
  z.object({ kind: z.literal('payments.changed'), paymentId: Id }),
  z.object({ kind: z.literal('segments.changed'), version: z.int() }),
  z.object({ kind: z.literal('rebuild.changed') }),
  z.object({ kind: z.literal('import.changed'), importId: Id }),
  z.object({ kind: z.literal('bulk.changed'), jobId: Id }),
  z.object({ kind: z.literal('export.changed'), exportId: Id }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

export const hub = 'crm';
export const groups = {
  /** Lists, segments and payments: never customers. */
  staff: (workspaceId: string) => `staff.${workspaceId}`,
  workspace: (workspaceId: string) => `workspace.${workspaceId}`,
  /** With the workspace in its name: some rooms’ ids are made by browsers. */
  room: (workspaceId: string, roomId: string) => `room.${workspaceId}.${roomId}`,
};

/** The service tells of a connection by its user alone: the name says in which workspace, too. */
export const socketUser = {
  of: (workspaceId: string, memberId: string): string => `${workspaceId}.${memberId}`,
  /** Null for a name that is not ours. */
  read(name: string): { workspaceId: string; memberId: string } | null {
    const { data } = z.tuple([Id, Id]).safeParse(name.split('.'));
    return data ? { workspaceId: data[0], memberId: data[1] } : null;
  },
};
