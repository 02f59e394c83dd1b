import { isOverdue, type Task } from '#domain/tasks/task.ts';
import type { Column } from '#web/platform/list/column.ts';
import { Due } from '#web/platform/due.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Person } from '#web/platform/person.tsx';
import { Status } from '#web/platform/status.tsx';
import { statusFace } from '#web/tasks/task-words.ts';

/** `today` is the business's calendar day. */
export const myTaskColumns = (today: string): Column<Task>[] => [
  {
    id: 'title',
    header: 'Title',
    sort: 'title',
    card: 'title',
    cell: ({ title }) => <span title={title}>{title}</span>,
  },
  {
    id: 'description',
    header: 'Description',
    cell: ({ description }) => (
      <span className="muted" title={description}>
        {description}
      </span>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    width: '132px',
    sort: 'status',
    card: 'line',
    cell: ({ status }) => <Status {...statusFace[status]} />,
  },
  {
    id: 'employee',
    header: 'Employee',
    width: '180px',
    card: 'line',
    cell: ({ employee }) =>
      employee ? (
        <Person person={{ id: employee.id, name: employee.name }} />
      ) : (
        <span className="muted">Unassigned</span>
      ),
  },
  {
    id: 'created',
    header: 'Created At',
    width: '128px',
    sort: 'createdAt',
    beginsDown: true,
    cell: ({ createdAt }) => (
      <span className="muted">
        <Moment at={createdAt} style="day-time" />
      </span>
    ),
  },
  {
    id: 'due',
    header: 'Due',
    width: '112px',
    sort: 'dueOn',
    card: 'end',
    cell: (task) => <Due on={task.dueOn} isOverdue={isOverdue(task, today)} today={today} />,
  },
];
