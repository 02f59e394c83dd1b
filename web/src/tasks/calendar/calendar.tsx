import { ActionIcon, Button, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Agenda } from './agenda.tsx';
import { type CalendarFilter, tasksDue } from './calendar-queries.ts';
import { MonthGrid } from './month-grid.tsx';
import { byDay, firstWeekdayOf, type Month, monthOf, shifted, weeksOf } from './month.ts';
import classes from './calendar.module.css';

type Props = { filter: CalendarFilter; month: Month; today: string; onMonth: (month: Month) => void };

/** Tasks by the day they are due: a month as a grid, on a phone as a list of its days. */
export function Calendar({ filter, month, today, onMonth }: Props) {
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const weeks = weeksOf(month, firstWeekdayOf(navigator.language));
  const days = weeks.flat();
  const due = useQuery(tasksDue(filter, days[0]!, days.at(-1)!));
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
  const tasks = due.data && byDay(due.data.tasks);

  return (
    <section aria-label="Calendar">
      <header className={classes.head}>
        <Title order={2} aria-live="polite">
          {name}
        </Title>
        <ActionIcon aria-label="Previous month" onClick={() => onMonth(shifted(month, -1))}>
          <IconChevronLeft size={16} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label="Next month" onClick={() => onMonth(shifted(month, 1))}>
          <IconChevronRight size={16} stroke={1.5} />
        </ActionIcon>
        <Button disabled={month === monthOf(today)} onClick={() => onMonth(monthOf(today))}>
          Today
        </Button>
        {due.data && !due.data.isWhole && <span className="muted">Only the first 1,000 tasks are shown</span>}
      </header>
      {due.isError && !tasks && <Failed error={due.error} retry={() => void due.refetch()} />}
      {due.isPending && <Loading rows={5} label="Loading the calendar" />}
      {tasks && !isPhone && <MonthGrid weeks={weeks} month={month} tasks={tasks} today={today} />}
      {tasks && isPhone && <Agenda month={month} tasks={tasks} today={today} />}
    </section>
  );
}
