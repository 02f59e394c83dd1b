import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Message } from '#domain/rooms/message.ts';

/**
 * What travels on the socket. An event says what changed, and the reader fetches what its own rights show; a message is
 * the one exception, because everybody in the room's group may read it.
 */
export const LiveEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message.sent'), roomId: Id, message: Message }),
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
  z.object({ kind: z.literal('import.changed'), importId: Id }),
  z.object({ kind: z.literal('bulk.changed'), jobId: Id }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

export const hub = 'crm';
export const groups = {
  /** Lists, segments and payments: never customers. */
  staff: (workspaceId: string) => `staff.${workspaceId}`,
  workspace: (workspaceId: string) => `workspace.${workspaceId}`,
  room: (roomId: string) => `room.${roomId}`,
};
