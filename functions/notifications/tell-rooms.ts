import { type Head, inShort } from '#domain/rooms/head.ts';
import type { Message } from '#domain/rooms/message.ts';
import type { RoomMember } from '#domain/rooms/room.ts';
import { storedRoom } from '#functions/rooms/stored-room.ts';
import type { SystemWork } from '#functions/work.ts';
import { hearersOf } from './hearers.ts';
import { isNew, type News, type Telling, tellingOf } from './telling.ts';

/** From the feed of rooms: what was said is told, and what was read, taken back or closed to somebody is told no more. */
export async function tellRooms(system: SystemWork, documents: readonly unknown[]): Promise<void> {
  const telling = tellingOf(system);
  for (const stored of documents.map(storedRoom)) {
    if ('head' in stored) await settle(system, telling, stored);
    else if (stored.entry.kind === 'message') await tellMessage(system, telling, stored.roomId, stored.entry);
  }
  await telling.end();
}

async function tellMessage(system: SystemWork, telling: Telling, roomId: string, message: Message): Promise<void> {
  if (!isNew(message.sentAt, system.now())) return;
  const head = await system.rooms.head(roomId);
  if (!head) return;
  for (const hearer of await hearersOf(system, roomId, head)) {
    if (message.deletedAt === null) await tellHearer(system, telling, { roomId, head, message, hearer });
    else for (const kind of kinds) await telling.takeBack(hearer.id, { sourceId: message.id, kind });
  }
}

const kinds = ['message', 'mention'] as const;

type Heard = { roomId: string; head: Head; message: Message; hearer: RoomMember };

async function tellHearer(system: SystemWork, telling: Telling, heard: Heard): Promise<void> {
  const { roomId, head, message, hearer } = heard;
  const isNamed = message.mentions.includes(hearer.id);
  const hasRead = (head.receipts[hearer.id]?.read ?? 0) >= message.seq;
  if (hearer.id === message.sender.id || hasRead) return;
  if (!isNamed && (hearer.as === 'observer' || (await isMuted(system, { memberId: hearer.id, roomId })))) return;
  await telling.tell(hearer.id, newsOf({ roomId, head, message }, isNamed));
}

const isMuted = async ({ seats }: SystemWork, place: { memberId: string; roomId: string }): Promise<boolean> =>
  (await seats.find(place))?.isMuted ?? false;

const newsOf = ({ roomId, head, message }: Omit<Heard, 'hearer'>, isNamed: boolean): News => ({
  sourceId: message.id,
  kind: isNamed ? 'mention' : 'message',
  // A room without a name of its own is known by who speaks in it.
  on: { kind: head.kind === 'task' ? 'task' : 'room', id: roomId, title: head.title || message.sender.name },
  by: message.sender.name,
  text: inShort(message),
  at: message.sentAt,
  seq: message.seq,
});

async function settle(
  { now }: SystemWork,
  telling: Telling,
  { roomId, head }: { roomId: string; head: Head },
): Promise<void> {
  for (const [memberId, { read, readAt }] of Object.entries(head.receipts)) {
    if (readAt && isNew(readAt, now())) await telling.seen(memberId, { subjectId: roomId, upToSeq: read }, readAt);
  }
  const members = head.deletedAt === null ? [] : head.members.map(({ id }) => id);
  for (const memberId of [...head.former, ...members]) await telling.shutOut(memberId, roomId);
}
