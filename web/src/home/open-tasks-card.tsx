import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayIn } from '#domain/kernel/time.ts';
import { isOverdue } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { Due } from '#web/platform/due.tsx';
import { Status } from '#web/platform/status.tsx';
import { taskList } from '#web/tasks/task-queries.ts';
import { isOpen, statusFace } from '#web/tasks/task-words.ts';
import { AnswerRows } from './answer-rows.tsx';
import { HomeCard } from './home-card.tsx';
import classes from './home.module.css';

const shown = 6;

export function OpenTasksCard({ title }: { title: string }) {
  const { workspace } = useMe();
  const today = dayIn(workspace.timeZone, new Date());
  const tasks = useInfiniteQuery(taskList());
  return (
    <HomeCard title={title} to="/tasks" toLabel="All tasks">
      <AnswerRows
        query={tasks}
        empty="Nothing is open."
        rows={({ pages }) =>
          pages
            .flatMap(({ items }) => items)
            .filter(({ status }) => isOpen(status))
            .slice(0, shown)
            .map((task) => (
              <li key={task.id}>
                <div className={classes.words}>
                  <Link to="/tasks/$taskId" params={{ taskId: task.id }} className={`cut ${classes.strong}`}>
                    {task.title}
                  </Link>
                  <div className={`cut ${classes.sub}`}>
                    {task.customer.name} · {task.employee?.name ?? 'Unassigned'}
                  </div>
                </div>
                <span className={classes.status}>
                  <Status {...statusFace[task.status]} />
                </span>
                <span className={classes.due}>
                  <Due on={task.dueOn} isOverdue={isOverdue(task, today)} today={today} />
                </span>
              </li>
            ))
        }
      />
    </HomeCard>
  );
}
