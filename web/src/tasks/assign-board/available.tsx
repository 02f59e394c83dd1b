import { useDroppable } from '@dnd-kit/core';
import { TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { taskCount } from '../task-queries.ts';
import { AssignCards, type Giving, MoreTasks } from './assign-cards.tsx';
import { openAt, openTasksAt } from './assign-queries.ts';
import { available, shiftAt, standingAt } from './plan.ts';
import classes from './assign-board.module.css';

/** Open tasks that nobody has. */
export function Available({ plan, colleagues, onMove }: Giving) {
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
      <AssignCards tasks={tasks} plan={plan} colleagues={colleagues} onMove={onMove} />
      <MoreTasks pages={list} />
    </section>
  );
}
