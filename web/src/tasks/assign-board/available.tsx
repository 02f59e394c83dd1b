import { useDroppable } from '@dnd-kit/core';
import { Button, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Task } from '#domain/tasks/task.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { taskCount } from '../task-queries.ts';
import { AssignCard, type Colleague } from './assign-card.tsx';
import { openAt, openTasksAt } from './assign-queries.ts';
import { available, markOf, type Place, type Plan, shiftAt, standingAt } from './plan.ts';
import classes from './assign-board.module.css';

type Props = { plan: Plan; colleagues: readonly Colleague[]; onMove: (task: Task, to: Place) => void };

/** Open tasks that nobody has. */
export function Available({ plan, colleagues, onMove }: Props) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim() || undefined, 200);
  const list = useInfiniteQuery(openTasksAt(available, q));
  const count = useQuery(taskCount(openAt(available))(false)).data;
  const { setNodeRef, isOver } = useDroppable({ id: available });
  const tasks = standingAt(plan, available, list.data?.pages.flatMap(({ items }) => items) ?? []);

  return (
    <section
      ref={setNodeRef}
      className={classes.available}
      data-over={isOver || undefined}
      aria-label="Available Tasks"
    >
      <Title order={2}>
        Available Tasks{' '}
        {count && (
          <span className="muted">({`${count.count + shiftAt(plan, available)}${count.isCapped ? '+' : ''}`})</span>
        )}
      </Title>
      <TextInput
        type="search"
        aria-label="Search Tasks"
        placeholder="Search Tasks"
        leftSection={<IconSearch size={16} stroke={1.5} />}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {list.isPending && <Loading rows={4} label="Loading tasks" />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && tasks.length === 0 && (
        <p className="muted">{q ? `No available task matches “${q}”.` : 'Every open task has somebody.'}</p>
      )}
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
      {list.hasNextPage && (
        <Button size="xs" variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          More
        </Button>
      )}
    </section>
  );
}
