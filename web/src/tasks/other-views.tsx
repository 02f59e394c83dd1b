import { useRef } from 'react';
import { TaskStatus } from '#domain/tasks/task.ts';
import { wordsOf } from '#web/platform/list/list-search.ts';
import { SearchBox } from '#web/platform/list/search-box.tsx';
import { useListUrl } from '#web/platform/list/use-list-url.ts';
import { AssignBoard } from './assign-board/assign-board.tsx';
import { Board } from './board/board.tsx';
import { Calendar } from './calendar/calendar.tsx';
import { monthOf } from './calendar/month.ts';
import { filterOf } from './task-filters.ts';
import type { TaskView } from './task-view.ts';
import type { TasksSearch } from './tasks.routes.tsx';
import { useTaskActs } from './use-task-acts.tsx';
import classes from './tasks.module.css';

type Props = {
  view: Exclude<TaskView, 'table'>;
  search: TasksSearch;
  isLeader: boolean;
  today: string;
  onCreate: (() => void) | undefined;
};

/** The tasks of the same tabs and search, seen another way. */
export function OtherViews({ view, search, isLeader, today, onCreate }: Props) {
  const { show } = useListUrl();
  const box = useRef<HTMLInputElement>(null);
  const { run, dialog } = useTaskActs();
  if (view === 'assign') return <AssignBoard />;

  const { status: _, ...filter } = filterOf(search);
  const statuses = wordsOf(TaskStatus, search.status);
  return (
    <>
      <div className={classes.viewSearch}>
        <SearchBox
          ref={box}
          label="Search tasks"
          placeholder={isLeader ? 'Title, customer or employee' : 'Title or customer'}
          q={search.q ?? ''}
          onSearch={(q) => show({ q: q || undefined }, 'typing')}
        />
      </div>
      {view === 'board' ? (
        <Board
          filter={filter}
          statuses={statuses}
          today={today}
          onCreate={onCreate}
          onAssign={isLeader ? (task) => run('assign', task) : undefined}
        />
      ) : (
        <Calendar
          filter={{ ...filter, status: statuses }}
          month={search.month ?? monthOf(today)}
          today={today}
          onMonth={(month) => show({ month: month === monthOf(today) ? undefined : month })}
        />
      )}
      {dialog}
    </>
  );
}
