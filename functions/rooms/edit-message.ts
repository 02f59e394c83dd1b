import { problems } from '#domain/kernel/problem.ts';
import { mayEdit, type Message, type MessageEdit } from '#domain/rooms/message.ts';
import type { Work } from '#functions/work.ts';
import { changeMessage } from './change-message.ts';
import { readRoom } from './read-room.ts';
import { membersAmong } from './send-message.ts';

type Which = { roomId: string; messageId: string };

/** The same words again change nothing, so that a repeated request does not move the moment. */
export async function editMessage(
  work: Work,
  { roomId, messageId }: Which,
  { text, mentions: named }: MessageEdit,
): Promise<Message> {
  const { caller, now } = work;
  const room = await readRoom(work, roomId);
  const mentions = await membersAmong(room, named);
  return changeMessage(work, room, {
    messageId,
    change: (message) => {
      if (message.sender.id !== caller.memberId) throw problems.conflict('Only who wrote a message can change it.');
      const isSame = message.text === text && message.mentions.join() === mentions.join();
      if (isSame && message.deletedAt === null) return message;
      if (!mayEdit(message, caller.memberId, now()))
        throw problems.conflict('A message can be changed for 15 minutes, and not after it was deleted.');
      return { ...message, text, mentions, editedAt: now().toISOString() };
    },
  });
}
