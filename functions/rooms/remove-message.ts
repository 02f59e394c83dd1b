import { leaders } from '#domain/kernel/access.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { Message } from '#domain/rooms/message.ts';
import { removeFile } from '#functions/files/remove-file.ts';
import type { Work } from '#functions/work.ts';
import { asMessage, changeMessage } from './change-message.ts';
import { type OpenRoom, readRoom } from './read-room.ts';

type Which = { roomId: string; messageId: string };

/**
 * Its place stays, and nothing of what was said: its files go, and what replies carry of it. Files first, for the message
 * alone names them: a removal that was cut off is done by repeating it.
 */
export async function removeMessage(work: Work, { roomId, messageId }: Which): Promise<Message> {
  const { caller, rooms, now } = work;
  const room = await readRoom(work, roomId);
  const message = asMessage(await rooms.entry(roomId, messageId));
  const isLeader = leaders.some((role) => role === caller.role);
  if (message.sender.id !== caller.memberId && !isLeader)
    throw problems.conflict('Only who wrote a message, or a leader, can delete it.');

  await removeFiles(work, message);
  const removed = await changeMessage(work, room, {
    messageId,
    change: (stored) => (stored.deletedAt === null ? tombstoneOf(stored, now()) : stored),
  });
  await removeQuotes(work, room, messageId);
  return removed;
}

const tombstoneOf = (message: Message, now: Date): Message => ({
  ...message,
  text: '',
  files: [],
  replyTo: null,
  mentions: [],
  reactions: [],
  editedAt: null,
  deletedAt: now.toISOString(),
});

/** Those the sender brought: another's that they only showed again stay. */
async function removeFiles(work: Work, { files, sender }: Message): Promise<void> {
  for (const { id } of files) if ((await work.files.find(id))?.by.id === sender.id) await removeFile(work, id);
}

async function removeQuotes(work: Work, room: OpenRoom, quotedId: string): Promise<void> {
  for (const messageId of await work.rooms.repliesTo(room.id, quotedId))
    await changeMessage(work, room, {
      messageId,
      change: (reply) => (reply.replyTo?.text ? { ...reply, replyTo: { ...reply.replyTo, text: '' } } : reply),
    });
}
