import { Button } from '@mantine/core';
import type { Task } from '#domain/tasks/task.ts';
import { AssignCard, type Colleague } from './assign-card.tsx';
import { markOf, type Place, type Plan } from './plan.ts';
import classes from './assign-board.module.css';

export type Giving = { plan: Plan; colleagues: readonly Colleague[]; onMove: (task: Task, to: Place) => void };

export const AssignCards = ({ tasks, plan, colleagues, onMove }: Giving & { tasks: readonly Task[] }) => (
  <ul className={classes.cards}>
    {tasks.map((task) => (
      <AssignCard
        key={task.id}
        task={task}
        mark={markOf(plan, task)}
        move={plan.get(task.id)}
        colleagues={colleagues}
        onMove={onMove}
      />
    ))}
  </ul>
);

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };

/** Nothing once all are here. */
export const MoreTasks = ({ pages }: { pages: Pages }) =>
  pages.hasNextPage && (
    <Button size="xs" variant="subtle" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
      More
    </Button>
  );
