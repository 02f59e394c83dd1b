import { problems } from '#domain/kernel/problem.ts';
import { type Message, withReaction } from '#domain/rooms/message.ts';
import type { Work } from '#functions/work.ts';
import { changeMessage } from './change-message.ts';
import { readRoom } from './read-room.ts';

// Enough for any room, and a message does not grow without end.
const mostEmojis = 20;

/** Putting on what is on, and taking off what is off, is done already. */
export async function reactToMessage(
  work: Work,
  { roomId, messageId }: { roomId: string; messageId: string },
  { emoji, on }: { emoji: string; on: boolean },
): Promise<Message> {
  const { caller } = work;
  const room = await readRoom(work, roomId);
  return changeMessage(work, room, {
    messageId,
    change: (message) => {
      if (message.deletedAt !== null) throw problems.conflict('The message was deleted.');
      const next = withReaction(message, { emoji, by: caller.memberId, on });
      if (next.reactions.length > mostEmojis) throw problems.conflict('The message has 20 different emojis already.');
      return next;
    },
  });
}
