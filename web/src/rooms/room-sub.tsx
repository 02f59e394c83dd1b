import type { Room } from '#domain/rooms/room.ts';
import { useMe } from '#web/members/me.ts';
import { Here } from './here.tsx';
import { kindWords, otherIn } from './room-words.ts';

/** Below a room's name: with whom, and whether they are here. */
export function RoomSub({ room }: { room: Room }) {
  const { member, workspace } = useMe();
  const other = otherIn(room, member);
  switch (room.kind) {
    case 'direct':
      return other && <Here memberId={other.id} />;
    case 'team':
      return room.members.length === 1 ? 'Only you' : `${room.members.length} people`;
    case 'support':
      return member.role === 'customer' ? workspace.name : <Kind room={room} />;
    case 'task':
      return <Kind room={room} />;
  }
}

/** "Task · Dipika Sarraf · Online"; a support room is called by the customer's name already. */
function Kind({ room }: { room: Room }) {
  const { member } = useMe();
  const other = otherIn(room, member);
  if (!other) return room.kind === 'task' ? 'Nobody else is here yet' : kindWords[room.kind].name;
  return (
    <>
      {room.kind === 'task' ? <bdi>{other.name}</bdi> : kindWords.support.name}
      <Here memberId={other.id} lead=" · " />
    </>
  );
}
