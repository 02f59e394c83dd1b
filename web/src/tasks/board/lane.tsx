import { useDroppable } from '@dnd-kit/core';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Status } from '#web/platform/status.tsx';
import { taskCount } from '../task-queries.ts';
import { statusFace } from '../task-words.ts';
import { type BoardFilter, laneQuery } from './board-queries.ts';
import { type Lane as LaneName, tasksIn } from './lanes.ts';
import { type CardActions, TaskCard } from './task-card.tsx';
import classes from './board.module.css';

type Props = CardActions & {
  status: LaneName;
  filter: BoardFilter;
  today: string;
  /** Undefined where a task cannot begin. */
  onCreate: (() => void) | undefined;
  /** What is lifted may be put down here. */
  isTarget: boolean;
};

/** One status with its cards; `id` of the drop target is the status. */
export function Lane({ status, filter, today, onCreate, isTarget, ...actions }: Props) {
  const { setNodeRef, isOver } = useDroppable({ id: status, disabled: !isTarget });
  const lane = useInfiniteQuery(laneQuery(status, filter));
  const count = useQuery(taskCount({ ...filter, status: [status] })(false)).data;
  const tasks = tasksIn(lane.data);
  const { children: name } = statusFace[status];
  const more = count ? count.count - tasks.length : 0;

  return (
    <section
      ref={setNodeRef}
      aria-label={name}
      className={classes.lane}
      data-over={(isOver && isTarget) || undefined}
      data-status={status}
    >
      <header className={classes.head}>
        <h2>
          <Status {...statusFace[status]} />
        </h2>
        {count && <span className="muted figures">{count.isCapped ? `${count.count}+` : count.count}</span>}
        {onCreate && (
          <ActionIcon size={24} variant="subtle" className={classes.add} aria-label="Create a task" onClick={onCreate}>
            <IconPlus size={16} stroke={1.5} />
          </ActionIcon>
        )}
      </header>
      {lane.isPending && <Loading rows={3} label={`Loading ${name}`} />}
      {lane.isError && <Failed error={lane.error} retry={() => void lane.refetch()} />}
      {lane.isSuccess && tasks.length === 0 && <p className={classes.none}>Nothing here</p>}
      <ul className={classes.cards}>
        {tasks.map((task) => (
          <TaskCard key={task.id} task={task} today={today} {...actions} />
        ))}
      </ul>
      {lane.hasNextPage && (
        <Button size="xs" variant="subtle" loading={lane.isFetchingNextPage} onClick={() => void lane.fetchNextPage()}>
          {more > 0 ? `${more}${count?.isCapped ? '+' : ''} more` : 'More'}
        </Button>
      )}
    </section>
  );
}
