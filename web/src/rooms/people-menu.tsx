import { ActionIcon, Menu } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { Room, RoomMember } from '#domain/rooms/room.ts';
import { roleNames } from '#web/members/role-names.ts';
import { Face } from './room-face.tsx';
import { UserDetails } from './user-details.tsx';

/** Who is in the room, for a page that has no place for the list. */
export function PeopleMenu({ room }: { room: Room }) {
  const [shown, setShown] = useState<RoomMember | null>(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`People in this room: ${room.members.length}`}>
            <IconUsers size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {room.members.map((person) => (
            <Menu.Item
              key={person.id}
              leftSection={<Face person={person} size={24} />}
              rightSection={<span className="muted">{roleNames[person.role]}</span>}
              onClick={() => setShown(person)}
            >
              <bdi>{person.name}</bdi>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {shown && <UserDetails room={room} person={shown} onClose={() => setShown(null)} />}
    </>
  );
}
