import { type Icon, IconHeadset, IconListCheck, IconUser, IconUsers } from '@tabler/icons-react';
import { daysBetween, dayIn } from '#domain/kernel/time.ts';
import type { Member } from '#domain/members/member.ts';
import type { Room, RoomKind, RoomMember } from '#domain/rooms/room.ts';
import { roleNames } from '#web/members/role-names.ts';
import { formatMoment } from '#web/platform/format-moment.ts';

type Reader = Pick<Member, 'id' | 'role'>;
type Named = Pick<Room, 'kind' | 'title' | 'members'>;

export const kindWords: Record<RoomKind, { name: string; plural: string; icon: Icon }> = {
  task: { name: 'Task', plural: 'Tasks', icon: IconListCheck },
  direct: { name: 'Direct message', plural: 'Direct', icon: IconUser },
  team: { name: 'Team', plural: 'Team', icon: IconUsers },
  support: { name: 'Support', plural: 'Support', icon: IconHeadset },
};

/** Whom the reader talks to: null in a team, and where nobody has come yet or everybody else has gone. */
export function otherIn({ kind, members }: Named, { id, role }: Reader): RoomMember | null {
  if (kind === 'team') return null;
  const others = members.filter((member) => member.id !== id && member.as === 'member');
  if (kind === 'direct') return others[0] ?? null;
  const isTheirs = role === 'customer';
  if (kind === 'support' && isTheirs) return null;
  return others.find((other) => (other.role === 'customer') !== isTheirs) ?? others[0] ?? null;
}

/** A direct room is called by the other's name, a support room by its customer's; to the customer it is Support. */
export function roomName(room: Named, reader: Reader): string {
  if (room.kind === 'support' && reader.role === 'customer') return kindWords.support.name;
  if (room.kind === 'direct' || room.kind === 'support')
    return otherIn(room, reader)?.name ?? (room.title || 'Former member');
  return room.title;
}

/** "Ines Halvorsen (admin)". */
export const withRole = ({ name, role }: Pick<RoomMember, 'name' | 'role'>): string =>
  `${name} (${roleNames[role].toLowerCase()})`;

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "10:42" of today, then "Yesterday", then "20 Nov", and with the year when it is another. */
export function shortWhen(at: string, now = new Date(), timeZone = zone()): string {
  const day = dayIn(timeZone, new Date(at));
  const today = dayIn(timeZone, now);
  const ago = daysBetween(day, today);
  if (ago <= 0) return formatMoment(at, 'time', now, timeZone);
  if (ago === 1) return 'Yesterday';
  const words = formatMoment(at, 'day', now, timeZone);
  return day.slice(0, 4) === today.slice(0, 4) ? words.slice(0, -5) : words;
}
