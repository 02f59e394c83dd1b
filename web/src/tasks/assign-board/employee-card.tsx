import { useDroppable } from '@dnd-kit/core';
import { Button, Card } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failed } from '#web/platform/faces.tsx';
import { Person } from '#web/platform/person.tsx';
import { taskCount } from '../task-queries.ts';
import type { Colleague } from './assign-card.tsx';
import { AssignCards, type Giving, MoreTasks } from './assign-cards.tsx';
import { openAt, openTasksAt } from './assign-queries.ts';
import { shiftAt, standingAt } from './plan.ts';
import classes from './assign-board.module.css';

/** As many as a card shows before it is asked for all. */
const shownFirst = 5;

type Props = Giving & { person: Colleague };

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
            {total}
            {count?.isCapped && '+'} {total === 1 ? 'task' : 'tasks'}
          </span>
        )}
      </header>
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && tasks.length === 0 && <p className="muted">Nothing yet. Drop a task here.</p>}
      <AssignCards tasks={shown} plan={plan} colleagues={colleagues} onMove={onMove} />
      {tasks.length > shownFirst && (
        <Button size="xs" variant="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Show Less' : `Show All (${total ?? tasks.length})`}
        </Button>
      )}
      {isOpen && <MoreTasks pages={list} />}
    </Card>
  );
}
