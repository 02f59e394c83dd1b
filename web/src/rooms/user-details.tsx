import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { staff } from '#domain/kernel/access.ts';
import { may } from '#domain/kernel/rights.ts';
import type { Room, RoomMember } from '#domain/rooms/room.ts';
import { useMe } from '#web/members/me.ts';
import { oneMember } from '#web/members/member-queries.ts';
import { roleNames } from '#web/members/role-names.ts';
import { Avatar } from '#web/platform/person.tsx';
import { toastProblem } from '#web/platform/toast.tsx';
import { colleagues } from '#web/tasks/colleague-queries.ts';
import { oneTask } from '#web/tasks/task-queries.ts';
import { Here } from './here.tsx';
import { useOpenDirect } from './room-acts.ts';
import classes from './user-details.module.css';

type Props = { room: Room; person: RoomMember; onClose: () => void };

/** What people in a room may know of each other: never a phone number, and an e-mail address only as staff. */
export function UserDetails({ room, person, onClose }: Props) {
  const { member } = useMe();
  const email = useEmail(room, person);
  const open = useOpenDirect();
  const isColleague = staff.some((role) => role === person.role) && person.id !== member.id;
  const isOpenHere = room.kind === 'direct';
  return (
    <Modal opened onClose={onClose} title="User Details" closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={classes.details}>
        <Avatar person={person} size={128} />
        <div className={classes.name}>
          <bdi>{person.name}</bdi>
        </div>
        <div className="muted">
          {roleNames[person.role]}
          {person.as === 'observer' && ', observes this room'}
        </div>
        {person.id !== member.id && (
          <div className="muted">
            <Here memberId={person.id} />
          </div>
        )}
        {email && <a href={`mailto:${email}`}>{email}</a>}
        {may(member, 'rooms.team') && isColleague && !isOpenHere && (
          <Button
            mt="sm"
            loading={open.isPending}
            onClick={() =>
              open.mutate({ body: { memberId: person.id } }, { onSuccess: onClose, onError: toastProblem })
            }
          >
            Send a message
          </Button>
        )}
      </div>
    </Modal>
  );
}

/** Where the reader may read it already: leaders of everybody, staff of each other and of their task's customer. */
function useEmail(room: Room, person: RoomMember): string | undefined {
  const { member } = useMe();
  const isLeader = may(member, 'members.view');
  const isStaff = may(member, 'colleagues.view');
  const isCustomer = person.role === 'customer';
  const known = useQuery({ ...oneMember(person.id), enabled: isLeader });
  const staffList = useQuery({ ...colleagues, enabled: isStaff && !isLeader && !isCustomer });
  const task = useQuery({ ...oneTask(room.id), enabled: isStaff && !isLeader && isCustomer && room.kind === 'task' });
  if (isLeader) return known.data?.email;
  return isCustomer ? task.data?.customer.email : staffList.data?.items.find(({ id }) => id === person.id)?.email;
}
