import { Popover, UnstyledButton } from '@mantine/core';
import type { Task } from '#domain/tasks/task.ts';
import { DueTask } from './due-task.tsx';
import { type Month, monthOf } from './month.ts';
import classes from './calendar.module.css';

const shownADay = 3;
const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const write = (day: string, style: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...style, timeZone: 'UTC' }).format(utc(day));

type Props = { weeks: string[][]; month: Month; tasks: Map<string, Task[]>; today: string };

export function MonthGrid({ weeks, month, tasks, today }: Props) {
  return (
    <table className={classes.grid} aria-label="Tasks by due day">
      <thead>
        <tr>
          {weeks[0]!.map((day) => (
            <th key={day} scope="col" abbr={write(day, { weekday: 'long' })}>
              {write(day, { weekday: 'short' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                data-outside={monthOf(day) !== month || undefined}
                aria-current={day === today ? 'date' : undefined}
              >
                <time dateTime={day} aria-label={write(day, { day: 'numeric', month: 'long' })}>
                  {Number(day.slice(8))}
                </time>
                <DayTasks day={day} tasks={tasks.get(day) ?? []} today={today} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayTasks({ day, tasks, today }: { day: string; tasks: readonly Task[]; today: string }) {
  // One more takes the place the button would.
  const shown = tasks.length > shownADay + 1 ? tasks.slice(0, shownADay) : tasks;
  return (
    <>
      {shown.map((task) => (
        <DueTask key={task.id} task={task} today={today} />
      ))}
      {shown.length < tasks.length && (
        <Popover trapFocus withRoles={false}>
          <Popover.Target>
            <UnstyledButton className={classes.more} aria-haspopup="dialog">
              {tasks.length - shown.length} more
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown
            className={classes.all}
            role="dialog"
            aria-label={write(day, { day: 'numeric', month: 'long' })}
          >
            {tasks.map((task) => (
              <DueTask key={task.id} task={task} today={today} />
            ))}
          </Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}
