import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { line } from '#domain/kernel/text.ts';
import { Moment } from '#domain/kernel/time.ts';
import { Person } from './message.ts';

/** A task's room has the task's id; a direct and a support room an id made from whose it is. */
export const RoomKind = z.enum(['task', 'direct', 'team', 'support']).meta({ id: 'RoomKind' });
export type RoomKind = z.infer<typeof RoomKind>;

/** An observer is a leader who came to look at a task's room: announced in it, and kept in the audit log. */
export const RoomMember = Person.extend({ as: z.enum(['member', 'observer']) }).meta({ id: 'RoomMember' });
export type RoomMember = z.infer<typeof RoomMember>;

/** How far somebody has come, by seq. Neither ever goes back. */
export const Receipt = z.object({ read: z.int(), readAt: Moment.nullable(), delivered: z.int() });
export type Receipt = z.infer<typeof Receipt>;

/** By member id. */
export const Receipts = z.record(z.string(), Receipt);
export type Receipts = z.infer<typeof Receipts>;

export const Room = z
  .object({
    id: Id,
    kind: RoomKind,
    /** A task's title or a team's name; empty for a direct room, which each reads as the other's name. */
    title: z.string(),
    members: z.array(RoomMember),
    receipts: Receipts,
    lastSeq: z.int(),
    lastChange: z.int(),
    /** Of the reader. */
    isMuted: z.boolean(),
  })
  .meta({ id: 'Room' });
export type Room = z.infer<typeof Room>;

/** A room as it stands in somebody's list. */
export const Seat = z
  .object({
    roomId: Id,
    kind: RoomKind,
    title: z.string(),
    members: z.array(RoomMember),
    as: z.enum(['member', 'observer']),
    lastSeq: z.int(),
    /** `lastSeq` less how far they have read: no counter that could drift. */
    unread: z.int(),
    /** Something unread names them. */
    isMentioned: z.boolean(),
    isMuted: z.boolean(),
    /** Null until something was said. `by` is null for a line. */
    lastLine: z
      .object({ by: z.object({ id: Id, name: z.string() }).nullable(), text: z.string(), at: Moment })
      .nullable(),
    updatedAt: Moment,
  })
  .meta({ id: 'Seat' });
export type Seat = z.infer<typeof Seat>;

export const TeamDraft = z.strictObject({
  /** Made by the client: opening twice opens one. */
  roomId: Id,
  title: line(80),
  memberIds: z.array(Id).min(1).max(100),
});
export type TeamDraft = z.infer<typeof TeamDraft>;

export const TeamChange = TeamDraft.omit({ roomId: true });
export type TeamChange = z.infer<typeof TeamChange>;
