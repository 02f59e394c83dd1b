import { Anchor } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMe } from '#web/members/me.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { TaskActions } from '#web/tasks/task-actions.tsx';
import { TaskHistory } from '#web/tasks/task-history.tsx';
import { oneTask } from '#web/tasks/task-queries.ts';
import { NoTask } from './no-task.tsx';
import { PhoneRoom } from './phone-room.tsx';
import { TaskChat } from './task-chat.tsx';
import { TaskFiles } from './task-files.tsx';
import { TaskPayments } from './task-payments.tsx';
import { RoomFacts } from './room-facts.tsx';
import classes from './room.module.css';

/** One task as everybody on it sees it: facts, files, payments and history beside the chat. */
export function RoomPage() {
  const { taskId }: { taskId: string } = useParams({ strict: false });
  const { member } = useMe();
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const navigate = useNavigate();
  const { data: task, error, refetch } = useQuery(oneTask(taskId));
  const home = member.role === 'customer' ? '/portal/tasks' : '/tasks';

  if (statusOf(error) === 404) return <NoTask home={home} wasHere={task !== undefined} />;
  if (error && !task) return <Failed error={error} retry={() => void refetch()} />;
  if (!task) return <Loading label="Loading the task" />;
  // A new room is a new page: nothing of the last one may stay.
  if (isPhone) return <PhoneRoom key={taskId} task={task} home={home} />;
  return (
    <div data-flush key={taskId} className={classes.room}>
      <title>{`${task.title} · StarOne CRM`}</title>
      <aside className={classes.aside} aria-label="About the task">
        <div className={classes.crumb}>
          <Anchor component={Link} to={home} size="sm" c="dimmed">
            {member.role === 'customer' ? 'My tasks' : 'Tasks'}
          </Anchor>
          <TaskActions task={task} onDeleted={() => void navigate({ to: home })} />
        </div>
        <RoomFacts task={task} />
        <TaskFiles task={task} />
        <TaskPayments task={task} />
        <div className={classes.section}>
          <TaskHistory taskId={taskId} />
        </div>
      </aside>
      <TaskChat task={task} home={home} />
    </div>
  );
}
