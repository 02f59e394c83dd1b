import { Anchor } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMe } from '#web/members/me.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { oneTask } from '#web/tasks/task-queries.ts';
import { Chat } from './chat.tsx';
import { Facts } from './facts.tsx';
import { PhoneRoom } from './phone-room.tsx';
import { TaskPayments } from './task-payments.tsx';
import classes from './room.module.css';

/** One task as everybody on it sees it: the facts and payments beside the chat. */
export function RoomPage() {
  const { taskId }: { taskId: string } = useParams({ strict: false });
  const { member } = useMe();
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const task = useQuery(oneTask(taskId));
  const home = member.role === 'customer' ? '/portal/tasks' : '/tasks';

  if (statusOf(task.error) === 404) return <NoTask home={home} />;
  if (task.isError && !task.data) return <Failed error={task.error} retry={() => void task.refetch()} />;
  if (!task.data) return <Loading label="Loading the task" />;
  // A new room is a new page: nothing of the last one may stay.
  if (isPhone) return <PhoneRoom key={taskId} task={task.data} home={home} />;
  return (
    <div data-flush key={taskId} className={classes.room}>
      <title>{`${task.data.title} · StarOne CRM`}</title>
      <aside className={classes.aside} aria-label="About the task">
        <Anchor component={Link} to={home} size="sm" c="dimmed">
          {member.role === 'customer' ? 'My tasks' : 'Tasks'}
        </Anchor>
        <Facts task={task.data} />
        <TaskPayments task={task.data} />
      </aside>
      <Chat task={task.data} />
    </div>
  );
}

const NoTask = ({ home }: { home: string }) => (
  <Empty
    title="This task is not here"
    action={
      <Anchor component={Link} to={home}>
        Go to the tasks
      </Anchor>
    }
  >
    It may have been given to somebody else, or the address is wrong.
  </Empty>
);
