import { type Head, inShort } from '#domain/rooms/head.ts';
import type { Message } from '#domain/rooms/message.ts';
import type { RoomMember } from '#domain/rooms/room.ts';
import { staysIn } from '#functions/rooms/follow-members.ts';
import { type StoredRoom, storedRoom } from '#functions/rooms/stored-room.ts';
import { orSetAside } from '#functions/platform/dead-letters.ts';
import { newest } from '#functions/platform/newest.ts';
import type { SystemWork } from '#functions/work.ts';
import { hearersOf } from './hearers.ts';
import { isNew, type News, type Telling, tellingOf } from './telling.ts';

/** From the feed of rooms: what was said is told, and what was read, taken back or closed to somebody is told no more. */
export async function tellRooms(system: SystemWork, documents: readonly unknown[]): Promise<void> {
  const telling = tellingOf(system);
  for (const document of documents)
    await orSetAside(system, { source: 'notifications-rooms', documentId: nameOf(document) }, () =>
      tellRoom(system, telling, storedRoom(document)),
    );
  await telling.end();
}

/** The heads of all rooms have the same id. */
function nameOf(document: unknown): string {
  const { roomId, id } = document as { roomId?: unknown; id?: unknown };
  return `${String(roomId)}.${String(id)}`;
}

async function tellRoom(system: SystemWork, telling: Telling, stored: StoredRoom): Promise<void> {
  if ('head' in stored) await settle(system, telling, stored);
  else if (stored.entry.kind === 'message') await tellMessage(system, telling, stored.roomId, stored.entry);
}

async function tellMessage(system: SystemWork, telling: Telling, roomId: string, message: Message): Promise<void> {
  // Also of an old one it is new that it was taken back.
  if (!isNew(message.deletedAt ?? message.sentAt, system.now())) return;
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
  if (hearer.id === message.sender.id) return;
  const isNamed = message.mentions.includes(hearer.id);
  // What it was told as before somebody was named in it, or no more, says the old words.
  if (message.editedAt !== null)
    await telling.takeBack(hearer.id, { sourceId: message.id, kind: isNamed ? 'message' : 'mention' });
  const hasRead = (head.receipts[hearer.id]?.read ?? 0) >= message.seq;
  if (hasRead) return;
  if (!isNamed && (hearer.as === 'observer' || (await isMuted(system, { memberId: hearer.id, roomId })))) return;
  // The room may still hold somebody whose role or rights have just changed.
  await telling.tell(hearer.id, newsOf({ roomId, head, message }, isNamed), (member) => staysIn(head, hearer, member));
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

/** How far each has read, as far as this process has settled it: with every message the feed brings all receipts. */
const settled = newest<number>(50_000);

async function settle(
  { workspaceId, now }: SystemWork,
  telling: Telling,
  { roomId, head }: { roomId: string; head: Head },
): Promise<void> {
  for (const [memberId, { read, readAt }] of Object.entries(head.receipts)) {
    const key = `${workspaceId} ${roomId} ${memberId}`;
    if (!readAt || !isNew(readAt, now()) || (settled.get(key) ?? 0) >= read) continue;
    await telling.seen(memberId, { subjectId: roomId, upToSeq: read }, readAt);
    settled.set(key, read);
  }
  const members = head.deletedAt === null ? [] : head.members.map(({ id }) => id);
  for (const memberId of [...head.former, ...members]) await telling.shutOut(memberId, roomId);
}
