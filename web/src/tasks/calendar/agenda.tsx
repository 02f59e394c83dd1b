import type { Task } from '#domain/tasks/task.ts';
import { formatDay } from '#web/platform/format-moment.ts';
import { DueTask } from './due-task.tsx';
import { type Month, monthOf } from './month.ts';
import classes from './calendar.module.css';

/** The days of a month on which something is due, one below the other. */
export function Agenda({ month, tasks, today }: { month: Month; tasks: Map<string, Task[]>; today: string }) {
  const days = [...tasks.keys()].filter((day) => monthOf(day) === month).toSorted();
  if (days.length === 0) return <p className="muted">Nothing is due in this month.</p>;
  return (
    <ol className={classes.agenda}>
      {days.map((day) => (
        <li key={day}>
          <h3 aria-current={day === today ? 'date' : undefined}>{day === today ? 'Today' : formatDay(day)}</h3>
          {tasks.get(day)!.map((task) => (
            <DueTask key={task.id} task={task} today={today} />
          ))}
        </li>
      ))}
    </ol>
  );
}
