import * as z from 'zod';
import { leaders } from '#domain/kernel/access.ts';
import { may } from '#domain/kernel/rights.ts';
import { Member } from '#domain/members/member.ts';
import { type Head, standing } from '#domain/rooms/head.ts';
import type { RoomMember } from '#domain/rooms/room.ts';
import { orSetAside } from '#functions/platform/dead-letters.ts';
import type { SystemWork } from '#functions/work.ts';
import { letGo } from './come-and-go.ts';

type Ground = Pick<SystemWork, 'members' | 'seats' | 'rooms' | 'live' | 'workspaceId' | 'now' | 'report'>;

const FedMember = Member.pick({ id: true }).extend({ kind: z.literal('member') });

/** After somebody's name, role or rights changed, or they were deleted: the rooms they are in say who they are now. */
export async function followMembers(ground: Ground, documents: readonly unknown[]): Promise<void> {
  for (const document of documents) {
    const { data } = FedMember.safeParse(document);
    if (!data) continue;
    // By the room: one that cannot be read must not keep anybody in the others.
    for (const roomId of await ground.seats.roomsEverOf(data.id)) {
      const letter = { source: 'rooms-follow-members', documentId: `${data.id}.${roomId}` };
      await orSetAside(ground, letter, () => followMember(ground, roomId, data.id));
    }
  }
}

/** Nothing is believed of what was fed: an older look must not win over a newer one. */
async function followMember(ground: Ground, roomId: string, memberId: string): Promise<void> {
  const { rooms, members, live } = ground;
  const head = await rooms.head(roomId);
  const me = head?.members.find(({ id }) => id === memberId);
  const member = await members.find(memberId);
  if (!head || !me || !member) return;
  if (staysIn(head, me, member)) return rename(ground, roomId, memberId);
  // Between two colleagues and with a customer nobody comes and goes: only a team and who is observed are told of it.
  if (head.kind === 'team' || me.as === 'observer') {
    await letGo(ground, roomId, { head, member: me, about: (now) => now ?? head });
    return;
  }
  await rooms.changeHead(roomId, (now) => without(now ?? head, memberId));
  await live.evict(roomId, memberId);
}

const without = (head: Head, memberId: string): Head =>
  standing(head, { ...head, members: head.members.filter(({ id }) => id !== memberId) }, head.updatedAt);

/** Who is in a task is for the task to say. Two colleagues stay together when one has gone: their talk is both’s. */
export function staysIn({ kind, customerId }: Head, { as }: Pick<RoomMember, 'as'>, member: Member): boolean {
  const isHere = member.deletedAt === null;
  if (as === 'observer') return isHere && leaders.some((role) => role === member.role);
  switch (kind) {
    case 'task':
      return true;
    case 'direct':
      return member.role !== 'customer';
    case 'team':
      return isHere && member.role !== 'customer';
    case 'support':
      return customerId === member.customerId || (isHere && may(member, 'rooms.answer-support'));
  }
}

/** The names in a task's room are those of the task: of a task that is done, those it was done under. */
async function rename({ rooms, members, live }: Ground, roomId: string, memberId: string): Promise<void> {
  const before = await rooms.head(roomId);
  if (!before) return;
  const after = await rooms.changeHead(roomId, async (now) => named(now ?? before, await members.get(memberId)));
  if (JSON.stringify(after) !== JSON.stringify(before)) await live.toRoom(roomId, { kind: 'room.changed', roomId });
}

function named(head: Head, { id, name, role, customerId }: Member): Head {
  const isNamedByTask = ({ as }: RoomMember): boolean => head.kind === 'task' && as === 'member';
  const members = head.members.map((member) =>
    member.id === id ? { ...member, name: isNamedByTask(member) ? member.name : name, role } : member,
  );
  // A customer's thread is called by their name.
  const title = head.kind === 'support' && head.customerId === customerId ? name : head.title;
  return standing(head, { ...head, title, members }, head.updatedAt);
}
