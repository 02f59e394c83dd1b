import { useMe } from '#web/members/me.ts';
import type { Room } from '#domain/rooms/room.ts';
import { Avatar } from '#web/platform/person.tsx';
import { PresenceDot } from '#web/presence/presence-dot.tsx';
import { kindWords, otherIn } from './room-words.ts';
import classes from './room-face.module.css';

/** Whom one talks to, and whether they are here; the sign of its kind where a room is nobody's in particular. */
export function RoomFace({ room }: { room: Pick<Room, 'kind' | 'title' | 'members'> }) {
  const { member } = useMe();
  const other = otherIn(room, member);
  if (other) return <Face person={other} />;
  const Sign = kindWords[room.kind].icon;
  return (
    <span className={classes.sign} aria-hidden>
      <Sign size={16} stroke={1.5} />
    </span>
  );
}

/** Somebody's picture with the dot of their presence. */
export const Face = ({ person, size = 32 }: { person: { id: string; name: string }; size?: 24 | 32 }) => (
  <span className={classes.face}>
    <Avatar person={person} size={size} />
    <PresenceDot memberId={person.id} at="corner" />
  </span>
);
