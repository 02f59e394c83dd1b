import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { PageQuery, pageOf } from '#domain/kernel/page.ts';
import { Search, severalOf } from '#domain/kernel/list.ts';
import { route } from '#domain/kernel/route.ts';
import { line } from '#domain/kernel/text.ts';
import { Emoji, Entry, Message, MessageDraft, MessageEdit } from './message.ts';
import { Receipts, Room, RoomKind, Seat, TeamChange, TeamDraft } from './room.ts';

const params = z.strictObject({ roomId: Id });
const messageParams = z.strictObject({ roomId: Id, messageId: Id });
/** The service's name for one connection: it tells which of a person's browsers hears the room. */
const Connection = z.strictObject({ connectionId: line(200) });

export const roomRoutes = {
  list: route({
    method: 'GET',
    path: 'rooms',
    summary: 'The rooms one is in, the one with the newest line first',
    access: 'rooms.talk',
    query: PageQuery.extend({ q: Search, kind: severalOf(RoomKind).optional() }),
    result: pageOf(Seat),
  }),
  unread: route({
    method: 'GET',
    path: 'rooms/unread',
    summary: 'In how many rooms something is unread; muted ones count only where one is mentioned',
    access: 'rooms.talk',
    result: z.object({ rooms: z.int() }),
  }),
  search: route({
    method: 'GET',
    path: 'rooms/search',
    summary: 'Messages with all of these words, in one room or in the newest of one’s rooms',
    access: 'rooms.talk',
    query: z.strictObject({ q: z.string().trim().min(2).max(100), roomId: Id.optional() }),
    result: z.object({ items: z.array(z.object({ roomId: Id, title: z.string(), message: Message })) }),
  }),
  openDirect: route({
    method: 'POST',
    path: 'rooms/direct',
    summary: 'The room of two colleagues; the same two always have the same one',
    access: 'rooms.team',
    body: z.strictObject({ memberId: Id }),
    result: Room,
  }),
  openTeam: route({
    method: 'POST',
    path: 'rooms/team',
    summary: 'Open a room for several colleagues',
    access: 'rooms.team',
    body: TeamDraft,
    result: Room,
    status: 201,
  }),
  changeTeam: route({
    method: 'PATCH',
    path: 'rooms/{roomId}',
    summary: 'Rename a team’s room, or change who is in it',
    access: 'rooms.team',
    params,
    body: TeamChange,
    result: Room,
  }),
  openSupport: route({
    method: 'POST',
    path: 'rooms/support',
    summary: 'A customer’s own thread with the business',
    access: 'rooms.ask-support',
    result: Room,
  }),
  get: route({
    method: 'GET',
    path: 'rooms/{roomId}',
    summary: 'Who is in a room, and how far each has read',
    access: 'rooms.talk',
    params,
    result: Room,
  }),
  messages: route({
    method: 'GET',
    path: 'rooms/{roomId}/messages',
    summary: 'The newest entries in order of seq, those before a seq, or in order of change all that changed after one',
    access: 'rooms.talk',
    params,
    query: z.strictObject({
      after: z.coerce.number().int().min(0).optional(),
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(30),
    }),
    /** `upTo`: nothing that changed up to here is missing from what one has now. */
    result: z.object({
      items: z.array(Entry),
      upTo: z.int(),
      lastSeq: z.int(),
      lastChange: z.int(),
      receipts: Receipts,
    }),
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
  edit: route({
    method: 'PATCH',
    path: 'rooms/{roomId}/messages/{messageId}',
    summary: 'Mend one’s own message, for a quarter of an hour',
    access: 'rooms.talk',
    params: messageParams,
    body: MessageEdit,
    result: Message,
  }),
  remove: route({
    method: 'DELETE',
    path: 'rooms/{roomId}/messages/{messageId}',
    summary: 'Delete one’s own message; a leader may delete anybody’s',
    access: 'rooms.talk',
    params: messageParams,
    result: Message,
  }),
  react: route({
    method: 'PUT',
    path: 'rooms/{roomId}/messages/{messageId}/reactions',
    summary: 'Put an emoji on a message, or take one’s own off',
    access: 'rooms.talk',
    params: messageParams,
    body: z.strictObject({ emoji: Emoji, on: z.boolean() }),
    result: Message,
  }),
  receipt: route({
    method: 'PUT',
    path: 'rooms/{roomId}/receipt',
    summary: 'How far one has read, or how far messages have arrived: forward only; to have read is to have got',
    access: 'rooms.talk',
    params,
    body: z.strictObject({ read: z.int().min(0).optional(), delivered: z.int().min(0).optional() }),
  }),
  typing: route({
    method: 'POST',
    path: 'rooms/{roomId}/typing',
    summary: 'Say that one is typing: shown for five seconds',
    access: 'rooms.talk',
    params,
  }),
  mute: route({
    method: 'PUT',
    path: 'rooms/{roomId}/mute',
    summary: 'No notifications of a room but where one is mentioned',
    access: 'rooms.talk',
    params,
    body: z.strictObject({ isMuted: z.boolean() }),
  }),
  join: route({
    method: 'POST',
    path: 'rooms/{roomId}/join',
    summary: 'Hear a room on this connection; a leader becomes its announced observer',
    access: 'rooms.talk',
    params,
    body: Connection,
    result: Room,
  }),
  leave: route({
    method: 'POST',
    path: 'rooms/{roomId}/leave',
    summary: 'Stop hearing a room on this connection',
    access: 'rooms.talk',
    params,
    body: Connection,
  }),
  stopObserving: route({
    method: 'POST',
    path: 'rooms/{roomId}/stop-observing',
    summary: 'An observer goes; the room says so',
    access: 'rooms.talk',
    params,
  }),
};
