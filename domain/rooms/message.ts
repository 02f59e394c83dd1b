import * as z from 'zod';
import { FileInRoom } from '#domain/files/file.ts';
import { Role } from '#domain/kernel/access.ts';
import { Id } from '#domain/kernel/ids.ts';
import { paragraph } from '#domain/kernel/text.ts';
import { Moment } from '#domain/kernel/time.ts';

export const Person = z.object({ id: Id, name: z.string(), role: Role });
export type Person = z.infer<typeof Person>;

/** One emoji as Unicode recommends it for interchange (RGI), whatever it is made of. */
export const Emoji = z
  .string()
  .max(32)
  .refine((text) => /^\p{RGI_Emoji}$/v.test(text), 'This is not one emoji')
  .meta({ id: 'Emoji' });

/**
 * `seq` counts from 1 without gaps in each room: it is the room's one order. `change` numbers what happens in a room,
 * also without gaps: each entry carries the number of its last change, so that whoever was away asks for all after the
 * last one they know.
 */
const place = { id: Id, seq: z.int().positive(), change: z.int().positive(), sentAt: Moment };

/** What somebody said. Deleted: the text and all that hung on it are gone, its place stays. */
export const Message = z
  .object({
    ...place,
    kind: z.literal('message'),
    sender: Person,
    text: z.string(),
    files: z.array(FileInRoom),
    /** Enough of it to be read without going there; what is changed there later does not change here. */
    replyTo: z.object({ id: Id, seq: z.int(), name: z.string(), text: z.string() }).nullable(),
    /** Members of the room whom the text names. */
    mentions: z.array(Id),
    reactions: z.array(z.object({ emoji: z.string(), by: z.array(Id) })),
    editedAt: Moment.nullable(),
    deletedAt: Moment.nullable(),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;

const By = z.object({ id: Id, name: z.string() });

/** What happened, told by the room itself. Who paid is named by their customer record. */
export const Happening = z
  .discriminatedUnion('what', [
    z.object({ what: z.literal('joined'), who: Person, as: z.enum(['member', 'observer']) }),
    z.object({ what: z.literal('left'), who: Person, as: z.enum(['member', 'observer']) }),
    z.object({ what: z.literal('status'), status: z.string(), by: By }),
    z.object({ what: z.literal('paid'), paymentId: Id, amount: z.int(), currency: z.string(), by: By }),
    z.object({ what: z.literal('payment-requested'), paymentId: Id, amount: z.int(), currency: z.string(), by: By }),
    /** One refund. By nobody we know when it was made in Stripe's own dashboard. */
    z.object({ what: z.literal('refunded'), paymentId: Id, amount: z.int(), currency: z.string(), by: By.nullable() }),
  ])
  .meta({ id: 'Happening' });
export type Happening = z.infer<typeof Happening>;

/** A line between the messages. */
export const Line = z.object({ ...place, kind: z.literal('line'), happening: Happening }).meta({ id: 'Line' });
export type Line = z.infer<typeof Line>;

export const Entry = z.discriminatedUnion('kind', [Message, Line]).meta({ id: 'Entry' });
export type Entry = z.infer<typeof Entry>;

const text = paragraph(4000);
const mentions = z.array(Id).max(50).default([]);

/** `messageId` is made by the client: sending twice stores once. Files are uploaded to the room before. */
export const MessageDraft = z
  .strictObject({
    messageId: Id,
    text,
    replyTo: Id.nullable().default(null),
    files: z.array(Id).max(20).default([]),
    mentions,
  })
  .refine((draft) => draft.text !== '' || draft.files.length > 0, { path: ['text'], message: 'Please fill this in' });
export type MessageDraft = z.infer<typeof MessageDraft>;

export const MessageEdit = z.strictObject({ text: paragraph(4000, 1), mentions });
export type MessageEdit = z.infer<typeof MessageEdit>;

const editableMs = 15 * 60_000;

/** The sender may mend their words for a quarter of an hour. */
export const mayEdit = (
  { sender, sentAt, deletedAt }: Pick<Message, 'sender' | 'sentAt' | 'deletedAt'>,
  memberId: string,
  now: Date,
): boolean => sender.id === memberId && deletedAt === null && now.getTime() - Date.parse(sentAt) < editableMs;

/** The same message when the emoji is already as it is wanted. Who put one on first stands first. */
export function withReaction(message: Message, { emoji, by, on }: { emoji: string; by: string; on: boolean }): Message {
  const { reactions } = message;
  const theirs = reactions.find((reaction) => reaction.emoji === emoji)?.by ?? [];
  if (theirs.includes(by) === on) return message;
  if (theirs.length === 0) return { ...message, reactions: [...reactions, { emoji, by: [by] }] };
  const next = on ? [...theirs, by] : theirs.filter((id) => id !== by);
  const changed = reactions.map((reaction) => (reaction.emoji === emoji ? { emoji, by: next } : reaction));
  return { ...message, reactions: changed.filter((reaction) => reaction.by.length > 0) };
}
