import type { Member } from '#domain/members/member.ts';
import { deletedName } from '#domain/profile/profile.ts';
import type { Head } from '#domain/rooms/head.ts';
import { purgeFilesOf } from '#functions/files/purge-files.ts';
import type { SystemWork } from '#functions/work.ts';

type Ground = Pick<SystemWork, 'tasks' | 'seats' | 'rooms' | 'members' | 'files'>;
type Person = Pick<Member, 'id' | 'customerId' | 'name'>;

/** What somebody has said stays, under no name; the others' lists follow the rooms' heads, and their own go. */
export async function eraseInRooms(ground: Ground, person: Person): Promise<void> {
  const { rooms, seats } = ground;
  const { id: memberId, customerId } = person;
  for (const roomId of await everyRoomOf(ground, memberId)) {
    for (const id of [memberId, ...(customerId === null ? [] : [customerId])])
      await rooms.renameSender(roomId, { memberId: id, name: deletedName });
    if (await rooms.head(roomId)) await rooms.changeHead(roomId, (head) => nameless(head!, person));
    await seats.forget({ memberId, roomId });
    await purgeUnlessRead(ground, roomId, memberId);
  }
}

/** What two colleagues or a team have said is nobody's any more once the last of them is erased. */
async function purgeUnlessRead(
  { rooms, seats, members, files }: Ground,
  roomId: string,
  erasedId: string,
): Promise<void> {
  const head = await rooms.head(roomId);
  if (!head || (head.kind !== 'direct' && head.kind !== 'team')) return;
  const others = [...head.members.map(({ id }) => id), ...head.former].filter((id) => id !== erasedId);
  for (const id of others) if (await members.find(id)) return;
  for (const memberId of [...others, erasedId]) await seats.forget({ memberId, roomId });
  await purgeFilesOf({ files }, { kind: 'room', id: roomId });
  await rooms.purge(roomId);
}

/** A leader may have written in any task's room, and tasks change hands; of other rooms the seats tell. */
async function everyRoomOf({ tasks, seats }: Ground, memberId: string): Promise<Set<string>> {
  return new Set([...(await tasks.everyId()), ...(await seats.roomsEverOf(memberId))]);
}

function nameless(head: Head, { id, customerId, name }: Person): Head {
  const { kind, title, members, lastLine } = head;
  const next = {
    ...head,
    // A customer's thread is called by their name.
    title: kind === 'support' && head.customerId === customerId ? deletedName : title,
    members: members.map((member) => (member.id === id ? { ...member, name: deletedName } : member)),
    lastLine: lastLine && {
      ...lastLine,
      by: lastLine.by?.id === id ? { id, name: deletedName } : lastLine.by,
      // A line between the messages names who it is about.
      text: lastLine.by ? lastLine.text : lastLine.text.replaceAll(name, deletedName),
    },
  };
  return JSON.stringify(next) === JSON.stringify(head) ? head : next;
}
