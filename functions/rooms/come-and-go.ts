import type { Head } from '#domain/rooms/head.ts';
import type { RoomMember } from '#domain/rooms/room.ts';
import { derivedId } from '#functions/platform/derived-id.ts';
import type { SystemWork } from '#functions/work.ts';
import type { AboutRoom } from './room-store.ts';
import { tellLine } from './tell-line.ts';

type Ground = Pick<SystemWork, 'rooms' | 'live' | 'now'>;

/** `head` is what the caller saw, `about` what the room is but for this. */
type Moving = { head: Head | null; member: RoomMember; about: AboutRoom };

/** From now on they are in it, and the room says so. Two who try it from the same head have done it once. */
export const letIn = (ground: Ground, roomId: string, moving: Moving): Promise<void> =>
  move(ground, roomId, moving, 'joined');

/** They are no longer in it, hear nothing more at once, and the room says so. */
export async function letGo(ground: Ground, roomId: string, moving: Moving): Promise<void> {
  await move(ground, roomId, moving, 'left');
  await ground.live.evict(roomId, moving.member.id);
}

async function move(
  ground: Ground,
  roomId: string,
  { head, member, about }: Moving,
  what: 'joined' | 'left',
): Promise<void> {
  const { as, ...who } = member;
  const afterwards: AboutRoom = async (now) => {
    const is = await about(now);
    const others = is.members.filter(({ id }) => id !== who.id);
    return { ...is, members: what === 'joined' ? [...others, member] : others };
  };
  const isNew = await tellLine(ground, roomId, {
    id: derivedId(what, roomId, who.id, String(head?.lastChange ?? 0)),
    at: ground.now().toISOString(),
    happening: { what, who, as },
    about: afterwards,
  });
  if (isNew) await ground.live.toRoom(roomId, { kind: 'room.changed', roomId });
}
