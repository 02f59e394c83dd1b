import { useMe } from '#web/members/me.ts';
import type { Task } from '#domain/tasks/task.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Avatar } from '#web/platform/person.tsx';
import { Composer } from './composer.tsx';
import { MessageLog } from './message-log.tsx';
import { useOutbox } from './use-outbox.ts';
import { useRoom } from './use-room.ts';
import classes from './chat.module.css';

/** The chat of a task's people; a leader reads and writes along. */
export function Chat({ task }: { task: Task }) {
  const { member, workspace } = useMe();
  const room = useRoom(task.id);
  const outbox = useOutbox(member.id, task.id);

  const others = [task.customer, ...(task.employee ? [task.employee] : [])].filter(
    ({ email }) => email !== member.email,
  );
  const names = others.map(({ name }) => name).join(' and ') || workspace.name;
  const isOpen = room.data !== undefined && room.data.last !== null;

  return (
    <section className={classes.chat} aria-label="Chat">
      <header className={classes.head}>
        {others[0] && <Avatar person={others[0]} size={32} />}
        <b className="cut">{names}</b>
      </header>
      {isOpen ? (
        <MessageLog roomId={task.id} stream={room.data} unsent={outbox.unsent} onRetry={outbox.retry} />
      ) : (
        <div className={classes.waiting}>
          {room.isError ? (
            <Failed error={room.error} retry={() => void room.refetch()} />
          ) : (
            <Loading rows={4} label="Loading messages" />
          )}
        </div>
      )}
      <Composer whom={names} onSend={outbox.send} />
    </section>
  );
}
