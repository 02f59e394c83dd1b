import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { isOverdue, type Task } from '#domain/tasks/task.ts';
import type { Column } from '#web/platform/list/column.ts';
import { Due } from '#web/platform/due.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Status } from '#web/platform/status.tsx';
import { statusFace } from './task-words.ts';
import classes from './tasks.module.css';

type Asked = { today: string; onAssign?: ((task: Task) => void) | undefined };

/** The columns in the order people know; `onAssign` is left out for those who may not assign. */
export const taskColumns = ({ today, onAssign }: Asked): Column<Task>[] => [
  {
    id: 'title',
    header: 'Title',
    sort: 'title',
    card: 'title',
    cell: ({ title }) => <span title={title}>{title}</span>,
  },
  { id: 'description', header: 'Description', width: '9%', cell: ({ description }) => <Cut>{description}</Cut> },
  { id: 'customer', header: 'Customer', width: '11%', card: 'line', cell: ({ customer }) => customer.name },
  { id: 'email', header: 'Customer Email', width: '12%', cell: ({ customer }) => <Cut>{customer.email}</Cut> },
  { id: 'has-employee', header: 'Employee Assigned', width: '80px', cell: ({ employee }) => <YesNo is={!!employee} /> },
  {
    id: 'employee',
    header: 'Assigned Employee',
    width: '122px',
    card: 'foot',
    cell: (task) => <Assigned task={task} onAssign={onAssign} />,
  },
  {
    id: 'created',
    header: 'Created At',
    width: '104px',
    sort: 'createdAt',
    beginsDown: true,
    cell: ({ createdAt }) => <At at={createdAt} />,
  },
  {
    id: 'updated',
    header: 'Last Updated',
    width: '104px',
    sort: 'updatedAt',
    beginsDown: true,
    cell: ({ updatedAt }) => <At at={updatedAt} />,
  },
  {
    id: 'status',
    header: 'Status',
    width: '110px',
    sort: 'status',
    card: 'line',
    cell: ({ status }) => <Status {...statusFace[status]} />,
  },
  {
    id: 'due',
    header: 'Due',
    width: '92px',
    sort: 'dueOn',
    card: 'end',
    cell: (task) => <Due on={task.dueOn} isOverdue={isOverdue(task, today)} today={today} />,
  },
];

/** Cut by the table; the whole text is in the title. */
const Cut = ({ children }: { children: string }) => (
  <span className="muted" title={children}>
    {children}
  </span>
);

const At = ({ at }: { at: string }) => (
  <span className={classes.moment}>
    <Moment at={at} style="day-time" />
  </span>
);

const YesNo = ({ is }: { is: boolean }) =>
  is ? (
    <Status icon={IconCheck} tone="good">
      Yes
    </Status>
  ) : (
    <Status icon={IconX} tone="quiet">
      No
    </Status>
  );

/** Assigning a request is verifying it. */
function Assigned({ task, onAssign }: { task: Task } & Pick<Asked, 'onAssign'>) {
  if (task.employee) return <span title={task.employee.email}>{task.employee.name}</span>;
  if (task.status !== 'requested' || !onAssign) return <span className="muted">Unassigned</span>;
  return (
    <span className={classes.unassigned}>
      <span className="muted">Unassigned</span>
      <UnstyledButton
        className={classes.verify}
        aria-label={`Verify and assign ${task.title}`}
        onClick={() => onAssign(task)}
      >
        Verify and assign
      </UnstyledButton>
    </span>
  );
}
