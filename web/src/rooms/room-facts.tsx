import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { leaders, staff } from '#domain/kernel/access.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { isOverdue, type Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { Due } from '#web/platform/due.tsx';
import { Fact, Facts } from '#web/platform/facts.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Person } from '#web/platform/person.tsx';
import { Status } from '#web/platform/status.tsx';
import { StatusMenu } from '#web/tasks/status-menu.tsx';
import { statusFace } from '#web/tasks/task-words.ts';
import classes from './room.module.css';

/** `isTitled`: the page around it says the title already. */
export function RoomFacts({ task, isTitled = false }: { task: Task; isTitled?: boolean }) {
  const { member, workspace } = useMe();
  const isLeader = leaders.some((role) => role === member.role);
  const isStaff = staff.some((role) => role === member.role);
  const today = dayIn(workspace.timeZone, new Date());

  return (
    <section className={classes.section}>
      {!isTitled && (
        <Title order={1} className={classes.title}>
          {task.title}
        </Title>
      )}
      {task.description && (
        <Text size="md" c="dimmed" className={classes.description}>
          {task.description}
        </Text>
      )}
      <Facts>
        <Fact name="Status">{isStaff ? <StatusMenu task={task} /> : <Status {...statusFace[task.status]} />}</Fact>
        <Fact name="Due">
          <Due on={task.dueOn} isOverdue={isOverdue(task, today)} today={today} />
        </Fact>
        <Fact name="Customer">
          {isLeader ? (
            <Anchor component={Link} to={`/customers/${task.customer.id}`} size="md" title={task.customer.email}>
              <Person person={{ id: task.customer.id, name: task.customer.name }} />
            </Anchor>
          ) : (
            <Person person={{ id: task.customer.id, name: task.customer.name }} />
          )}
        </Fact>
        <Fact name="Employee">
          {task.employee ? (
            <Person person={{ id: task.employee.id, name: task.employee.name }} />
          ) : (
            <Unassigned taskId={task.id} mayAssign={isLeader} />
          )}
        </Fact>
        <Fact name="Created">
          <span className="muted">
            <Moment at={task.createdAt} style="day-time" />
          </span>
        </Fact>
      </Facts>
    </section>
  );
}

const Unassigned = ({ taskId, mayAssign }: { taskId: string; mayAssign: boolean }) => (
  <span className="muted">
    Unassigned{' '}
    {mayAssign && (
      <Link to="/tasks" search={{ assign: taskId }}>
        Assign
      </Link>
    )}
  </span>
);
