import { useDroppable } from '@dnd-kit/core';
import { Button, Card } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Task } from '#domain/tasks/task.ts';
import { Failed } from '#web/platform/faces.tsx';
import { Person } from '#web/platform/person.tsx';
import { taskCount } from '../task-queries.ts';
import { AssignCard, type Colleague } from './assign-card.tsx';
import { openAt, openTasksAt } from './assign-queries.ts';
import { markOf, type Place, type Plan, shiftAt, standingAt } from './plan.ts';
import classes from './assign-board.module.css';

/** As many as a card shows before it is asked for all. */
const shownFirst = 5;

type Props = {
  person: Colleague;
  plan: Plan;
  colleagues: readonly Colleague[];
  onMove: (task: Task, to: Place) => void;
};

/** A colleague with their open tasks; tasks are put down here. */
export function EmployeeCard({ person, plan, colleagues, onMove }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const list = useInfiniteQuery(openTasksAt(person.id, undefined));
  const count = useQuery(taskCount(openAt(person.id))(false)).data;
  const { setNodeRef, isOver } = useDroppable({ id: person.id });
  const tasks = standingAt(plan, person.id, list.data?.pages.flatMap(({ items }) => items) ?? []);
  const total = count && count.count + shiftAt(plan, person.id);
  const shown = isOpen ? tasks : tasks.slice(0, shownFirst);

  return (
    <Card
      ref={setNodeRef}
      component="section"
      aria-label={person.name}
      className={classes.employee}
      data-over={isOver || undefined}
    >
      <header className={classes.employeeHead}>
        <Person person={person} size={32} />
        {total !== undefined && (
          <span className="muted figures">
            {total} {total === 1 ? 'task' : 'tasks'}
          </span>
        )}
      </header>
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && tasks.length === 0 && <p className="muted">Nothing yet. Drop a task here.</p>}
      <ul className={classes.cards}>
        {shown.map((task) => (
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
      {tasks.length > shownFirst && (
        <Button size="xs" variant="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Show Less' : `Show All (${total ?? tasks.length})`}
        </Button>
      )}
      {isOpen && list.hasNextPage && (
        <Button size="xs" variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          More
        </Button>
      )}
    </Card>
  );
}
