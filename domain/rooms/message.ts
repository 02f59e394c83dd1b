import * as z from 'zod';
import { Role } from '#domain/kernel/access.ts';
import { Id } from '#domain/kernel/ids.ts';
import { paragraph } from '#domain/kernel/text.ts';
import { Moment } from '#domain/kernel/time.ts';

/** `seq` counts from 1 without gaps in each room: it is the room's one order. */
export const Message = z
  .object({
    id: Id,
    seq: z.int().positive(),
    sender: z.object({ id: Id, name: z.string(), role: Role }),
    text: z.string(),
    sentAt: Moment,
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;

/** `messageId` is made by the client: sending twice stores once. */
export const MessageDraft = z.strictObject({ messageId: Id, text: paragraph(4000, 1) });
export type MessageDraft = z.infer<typeof MessageDraft>;
