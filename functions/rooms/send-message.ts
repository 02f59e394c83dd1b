import { problems } from '#domain/kernel/problem.ts';
import { type Head, inShort } from '#domain/rooms/head.ts';
import type { Message, MessageDraft } from '#domain/rooms/message.ts';
import { filesForMessage } from '#functions/files/files-for-message.ts';
import { isDerivedId } from '#functions/platform/derived-id.ts';
import type { Work } from '#functions/work.ts';
import { type OpenRoom, readRoom } from './read-room.ts';
import type { AboutRoom, NewEntry } from './room-store.ts';

/** Stored first, then told: the room hears it from the server, never from another client. */
export async function sendMessage(work: Work, roomId: string, draft: MessageDraft): Promise<Message> {
  const { caller, rooms, live } = work;
  const room = await readRoom(work, roomId);
  if (isDerivedId(draft.messageId)) throw taken();
  const { entry, isNew } =
    (await sentBefore(work, roomId, draft)) ??
    (await rooms.addEntry(roomId, {
      entry: await written(work, room, draft),
      about: aboutSpoken(work, room),
      from: room,
    }));
  // Of the same id the first words stay, whoever sends others: nobody can write over a message, or claim another's.
  if (entry.kind !== 'message' || entry.sender.id !== caller.memberId) throw taken();
  if (isNew) await live.toRoom(roomId, { kind: 'entry.added', roomId, entry });
  return entry;
}

/** Also of an id that the room may have for a line of its own: who took it first would not be seen to come, or stay in. */
const taken = () => problems.conflict('Another message has this id.');

/** What a message hangs on may be gone when it is sent again: it was there the first time. */
async function sentBefore({ rooms }: Work, roomId: string, { messageId, files, replyTo }: MessageDraft) {
  if (files.length === 0 && replyTo === null) return null;
  const entry = await rooms.entry(roomId, messageId);
  return entry && { entry, isNew: false };
}

async function written(work: Work, room: OpenRoom, draft: MessageDraft): Promise<NewEntry> {
  const { memberId, name, role } = work.caller;
  const [files, replyTo, mentions] = await Promise.all([
    filesForMessage(work, room.id, [...new Set(draft.files)]),
    draft.replyTo === null ? null : quoteOf(work, room.id, draft.replyTo),
    membersAmong(room, draft.mentions),
  ]);
  return {
    kind: 'message',
    id: draft.messageId,
    sender: { id: memberId, name, role },
    text: draft.text,
    files,
    replyTo,
    mentions,
    reactions: [],
    sentAt: work.now().toISOString(),
    editedAt: null,
    deletedAt: null,
  };
}

async function quoteOf({ rooms }: Work, roomId: string, messageId: string): Promise<NonNullable<Message['replyTo']>> {
  const quoted = await rooms.entry(roomId, messageId);
  if (quoted?.kind !== 'message')
    throw problems.invalid([{ pointer: '/body/replyTo', detail: 'This message is not in this room' }]);
  return { id: quoted.id, seq: quoted.seq, name: quoted.sender.name, text: inShort(quoted) };
}

/** Whoever is named and not there (any more) is not told, and keeps no message from being sent. */
export async function membersAmong({ about, head }: OpenRoom, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const members = new Set((await about(head)).members.map(({ id }) => id));
  return [...new Set(ids)].filter((id) => members.has(id));
}

/** Whoever answers in a support room is in it from then on. */
function aboutSpoken({ caller }: Work, { about, head }: OpenRoom): AboutRoom {
  if (head?.kind !== 'support') return about;
  const { memberId: id, name, role } = caller;
  return async (now: Head | null) => {
    const { members, ...rest } = await about(now);
    const isIn = members.some((member) => member.id === id);
    return { ...rest, members: isIn ? members : [...members, { id, name, role, as: 'member' as const }] };
  };
}
