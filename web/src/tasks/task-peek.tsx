import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { TaskMoney } from '#web/payments/task-money.tsx';
import { CustomerHead } from '#web/customers/customer-head.tsx';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { PeekDrawer } from '#web/platform/list/peek-drawer.tsx';
import type { Walk } from '#web/platform/list/use-peek.ts';
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
      head={task && <CustomerHead customer={task.customer} />}
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
