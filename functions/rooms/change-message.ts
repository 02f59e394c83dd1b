import { problems } from '#domain/kernel/problem.ts';
import type { Entry, Message } from '#domain/rooms/message.ts';
import type { Work } from '#functions/work.ts';
import type { OpenRoom } from './read-room.ts';

type Change = (message: Message) => Message;

/** Changes what stands there, in one transaction, and tells the room when it is another then. */
export async function changeMessage(
  { rooms, live }: Pick<Work, 'rooms' | 'live'>,
  { id: roomId, about }: Pick<OpenRoom, 'id' | 'about'>,
  { messageId, change }: { messageId: string; change: Change },
): Promise<Message> {
  const { entry, isChanged } = await rooms.changeEntry(roomId, {
    entryId: messageId,
    about,
    change: (stored) => change(asMessage(stored)),
  });
  if (isChanged) await live.toRoom(roomId, { kind: 'entry.changed', roomId, entry });
  return asMessage(entry);
}

export function asMessage(entry: Entry | null): Message {
  if (entry?.kind !== 'message') throw problems.notFound('The message');
  return entry;
}
