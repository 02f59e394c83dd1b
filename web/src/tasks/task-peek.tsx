import { Anchor } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { may } from '#domain/kernel/rights.ts';
import type { Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { TaskMoney } from '#web/payments/task-money.tsx';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { PeekDrawer } from '#web/platform/list/peek-drawer.tsx';
import type { Walk } from '#web/platform/list/use-peek.ts';
import { Avatar } from '#web/platform/person.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { PeekFoot } from './peek-foot.tsx';
import { heldTask } from './task-cache.ts';
import { TaskFacts } from './task-facts.tsx';
import { TaskHistory } from './task-history.tsx';
import { oneTask } from './task-queries.ts';
import { useTaskActs } from './use-task-acts.tsx';
import classes from './task-peek.module.css';

/** What is being done with the task that lies open: a field of it, or its status. */
export type Doing = 'title' | 'description' | 'dueOn' | 'status' | null;

type Props = { taskId: string; walk: Walk; doing: Doing; onDoing: (doing: Doing) => void };

/** A task beside its list: its facts, to be mended in place, and what happened to it. */
export function TaskPeek({ taskId, walk, doing, onDoing }: Props) {
  const { member } = useMe();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    ...oneTask(taskId),
    placeholderData: () => heldTask(queries, taskId),
  });
  const task = statusOf(error) === 404 ? undefined : data;
  const onAssigned = ({ employee }: Task) => {
    if (member.role === 'employee' && employee?.id !== member.id) walk.close();
  };
  const { run, dialog } = useTaskActs({ onAssigned });
  return (
    <PeekDrawer
      id={taskId}
      label={task?.title ?? 'Task'}
      noun="task"
      walk={walk}
      head={task && <Head task={task} />}
      foot={
        task && (
          <PeekFoot
            task={task}
            run={run}
            onEdit={() => onDoing('title')}
            onDeleted={walk.close}
            onAssigned={onAssigned}
          />
        )
      }
    >
      {task && (
        <>
          <TaskFacts task={task} doing={doing} onDoing={onDoing} onAssign={() => run('assign', task)} />
          <hr className={classes.rule} />
          <TaskMoney task={task} place="/payments" />
          <hr className={classes.rule} />
          <TaskHistory taskId={taskId} />
        </>
      )}
      {!task && !error && <Loading label="Loading the task" />}
      {!task && statusOf(error) === 404 && (
        <Empty title="This task is not here">It was deleted or given to somebody else.</Empty>
      )}
      {!task && error && statusOf(error) !== 404 && <Failed error={error} retry={() => void refetch()} />}
      {dialog}
    </PeekDrawer>
  );
}

function Head({ task: { customer } }: { task: Task }) {
  const isOpen = may(useMe().member, 'customers.view');
  return (
    <div className={classes.head}>
      <Avatar person={customer} size={32} />
      <div className={classes.who}>
        <div className="cut">
          {isOpen ? (
            <Anchor component={Link} to={`/customers/${customer.id}`} className={classes.name ?? ''}>
              {customer.name}
            </Anchor>
          ) : (
            <span className={classes.name}>{customer.name}</span>
          )}
        </div>
        <div className={`cut muted ${classes.email}`}>{customer.email}</div>
      </div>
    </div>
  );
}
