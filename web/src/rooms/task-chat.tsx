import { useNavigate } from '@tanstack/react-router';
import type { Room } from '#domain/rooms/room.ts';
import type { Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { Chat } from './chat.tsx';
import { Here } from './here.tsx';
import { PeopleMenu } from './people-menu.tsx';
import { RoomHead } from './room-head.tsx';
import { isOnlooker } from './onlooker.ts';
import { otherIn } from './room-words.ts';
import { useClearBadge } from './use-clear-badge.ts';
import { useGoTo } from './use-go-to.ts';

/** The chat of a task's people. A leader who is none of them observes from the moment it is shown, and the room says so. */
export function TaskChat({ task, home }: { task: Task; home: string }) {
  const { member, workspace } = useMe();
  const navigate = useNavigate();
  const { wanted, goTo } = useGoTo();
  useClearBadge(task.id);

  const head = (room: Room) => {
    const other = otherIn(room, member);
    return (
      <RoomHead
        room={room}
        title={<bdi>{other?.name ?? workspace.name}</bdi>}
        sub={other ? <Here memberId={other.id} /> : 'Nobody is assigned yet'}
        after={<PeopleMenu room={room} />}
        onGoTo={goTo}
        onStop={() => navigate({ to: home })}
      />
    );
  };
  return <Chat roomId={task.id} head={head} goTo={wanted} mustJoin={isOnlooker(task, member)} />;
}
