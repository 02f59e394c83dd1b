import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayIn } from '#domain/kernel/time.ts';
import { isOverdue } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { Due } from '#web/platform/due.tsx';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Inset, Rows, Section } from '#web/platform/section.tsx';
import { Status } from '#web/platform/status.tsx';
import { taskCount, taskPages } from '#web/tasks/task-queries.ts';
import { statusFace } from '#web/tasks/task-words.ts';
import classes from './profile.module.css';

const shown = 5;

/** A customer's own tasks, and those that somebody of the staff works on. */
export function AssignedTasks() {
  const { member, workspace } = useMe();
  const isCustomer = member.role === 'customer';
  const mine = isCustomer ? {} : { employeeId: member.id };
  const tasks = useQuery(taskPages(mine)(undefined));
  const count = useQuery(taskCount(mine)(false));
  const today = dayIn(workspace.timeZone, new Date());
  return (
    <Section title="Assigned Tasks" count={count.data?.count}>
      {tasks.isPending && <Loading rows={3} label="Loading your tasks" />}
      {tasks.isError && (
        <Inset>
          <Failed error={tasks.error} retry={() => void tasks.refetch()} />
        </Inset>
      )}
      {tasks.data && (
        <Rows label="Assigned Tasks">
          {tasks.data.items.slice(0, shown).map((task) => (
            <li key={task.id}>
              <Link to="/tasks/$taskId" params={{ taskId: task.id }} className={`cut ${classes.task}`}>
                {task.title}
              </Link>
              <span className={classes.status}>
                <Status {...statusFace[task.status]} />
              </span>
              <span className={classes.due}>
                <Due on={task.dueOn} isOverdue={isOverdue(task, today)} today={today} />
              </span>
            </li>
          ))}
          {tasks.data.items.length === 0 && <li className="muted">No task yet.</li>}
          {tasks.data.items.length > shown && (
            <li>
              <Link to={isCustomer ? '/portal/tasks' : '/tasks'} search={isCustomer ? {} : { employee: member.id }}>
                Show all {count.data && !count.data.isCapped ? count.data.count : ''}
              </Link>
            </li>
          )}
        </Rows>
      )}
    </Section>
  );
}
