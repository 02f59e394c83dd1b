import type { Message, MessageDraft } from '#domain/rooms/message.ts';
import { readTask } from '#functions/tasks/read-task.ts';
import type { Work } from '#functions/work.ts';

/** Stored first, then told: the room hears it from the server, never from another client. */
export async function sendMessage(work: Work, roomId: string, { messageId, text }: MessageDraft): Promise<Message> {
  await readTask(work, roomId);
  const { caller, rooms, live, now } = work;
  const sender = { id: caller.memberId, name: caller.name, role: caller.role };
  const { message, isNew } = await rooms.append(roomId, { id: messageId, sender, text, sentAt: now().toISOString() });
  if (isNew) await live.toRoom(roomId, { kind: 'message.sent', roomId, message });
  return message;
}
