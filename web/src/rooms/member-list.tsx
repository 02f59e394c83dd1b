import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Room, RoomMember } from '#domain/rooms/room.ts';
import { useMe } from '#web/members/me.ts';
import { roleNames } from '#web/members/role-names.ts';
import { Here } from './here.tsx';
import { Face } from './room-face.tsx';
import { UserDetails } from './user-details.tsx';
import classes from './member-list.module.css';

/** Who is in a room; each opens what one may know of them. */
export function MemberList({ room }: { room: Room }) {
  const { member } = useMe();
  const [shown, setShown] = useState<RoomMember | null>(null);
  return (
    <>
      <ul className={classes.people} aria-label="People">
        {room.members.map((person) => (
          <li key={person.id}>
            <UnstyledButton className={classes.person} onClick={() => setShown(person)}>
              <Face person={person} />
              <span className={classes.words}>
                <span className={classes.name}>
                  <bdi>{person.name}</bdi>
                  {person.id === member.id && ' (you)'}
                </span>
                <span className="muted">
                  {person.as === 'observer' ? `${roleNames[person.role]}, observes` : roleNames[person.role]}
                </span>
              </span>
              <span className={classes.here}>{person.id !== member.id && <Here memberId={person.id} />}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {shown && <UserDetails room={room} person={shown} onClose={() => setShown(null)} />}
    </>
  );
}
