import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { route } from '#domain/kernel/route.ts';
import { Message, MessageDraft } from './message.ts';

/** A task's room has the task's id. */
const params = z.strictObject({ roomId: Id });

export const roomRoutes = {
  messages: route({
    method: 'GET',
    path: 'rooms/{roomId}/messages',
    summary: 'Messages in order: the newest page, the page before a seq, or all after one',
    access: 'rooms.talk',
    params,
    query: z.strictObject({
      after: z.coerce.number().int().min(0).optional(),
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    result: z.object({ items: z.array(Message), lastSeq: z.int() }),
  }),
  send: route({
    method: 'POST',
    path: 'rooms/{roomId}/messages',
    summary: 'Send a message; the same messageId is stored once',
    access: 'rooms.talk',
    params,
    body: MessageDraft,
    result: Message,
    status: 201,
  }),
  join: route({
    method: 'POST',
    path: 'rooms/{roomId}/join',
    summary: 'Hear what happens in a room: the caller joins its group',
    access: 'rooms.talk',
    params,
  }),
  leave: route({
    method: 'POST',
    path: 'rooms/{roomId}/leave',
    summary: 'Stop hearing a room',
    access: 'rooms.talk',
    params,
  }),
};
