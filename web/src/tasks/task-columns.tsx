import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { isOverdue, type Task } from '#domain/tasks/task.ts';
import type { Column } from '#web/platform/list/column.ts';
import { Due } from '#web/platform/due.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Status } from '#web/platform/status.tsx';
import { RoomLink } from './room-link.tsx';
import { statusFace } from './task-words.ts';
import classes from './tasks.module.css';

type Asked = { today: string; onAssign?: ((task: Task) => void) | undefined };

/** The columns in the order people know; `onAssign` is left out for those who may not verify. */
export const taskColumns = ({ today, onAssign }: Asked): Column<Task>[] => [
  {
    id: 'title',
    header: 'Title',
    sort: 'title',
    card: 'title',
    cell: ({ title }) => <span title={title}>{title}</span>,
    beside: (task) => <RoomLink task={task} />,
  },
  {
    id: 'description',
    header: 'Description',
    width: '8%',
    card: 'line',
    cell: ({ description }) => <Cut>{description}</Cut>,
    cardCell: ({ description }) => description || 'No description',
  },
  {
    id: 'customer',
    header: 'Customer',
    width: '11%',
    cell: ({ customer }) => <span title={customer.name}>{customer.name}</span>,
  },
  { id: 'email', header: 'Customer Email', width: '11%', cell: ({ customer }) => <Cut>{customer.email}</Cut> },
  { id: 'has-employee', header: 'Employee Assigned', width: '80px', cell: ({ employee }) => <YesNo is={!!employee} /> },
  {
    id: 'employee',
    header: 'Assigned Employee',
    width: '122px',
    cell: (task) => <Assigned task={task} onAssign={onAssign} />,
  },
  {
    id: 'created',
    header: 'Created At',
    width: '112px',
    sort: 'createdAt',
    beginsDown: true,
    cell: ({ createdAt }) => <At at={createdAt} />,
  },
  {
    id: 'updated',
    header: 'Last Updated',
    width: '112px',
    sort: 'updatedAt',
    beginsDown: true,
    cell: ({ updatedAt }) => <At at={updatedAt} />,
  },
  {
    id: 'status',
    header: 'Status',
    width: '112px',
    sort: 'status',
    card: 'foot',
    cell: ({ status }) => <Status {...statusFace[status]} />,
    cardCell: (task) => <CardFoot task={task} onAssign={onAssign} />,
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

type AssignedProps = { task: Task } & Pick<Asked, 'onAssign'>;

function Assigned({ task, onAssign }: AssignedProps) {
  if (task.employee) return <span title={task.employee.email}>{task.employee.name}</span>;
  return (
    <span className={classes.unassigned}>
      <span className="muted">Unassigned</span>
      <VerifyAndAssign task={task} onAssign={onAssign} />
    </span>
  );
}

/** Assigning a request is verifying it. */
const VerifyAndAssign = ({ task, onAssign }: AssignedProps) =>
  task.status === 'requested' &&
  onAssign && (
    <UnstyledButton
      className={classes.verify}
      aria-label={`Verify and assign ${task.title}`}
      onClick={() => onAssign(task)}
    >
      Verify and assign
    </UnstyledButton>
  );

/** "In progress  Dipika Sarraf → Tomas Abara": a card has one line for it. */
function CardFoot({ task, onAssign }: AssignedProps) {
  const isAsked = task.status === 'requested' && onAssign !== undefined;
  return (
    <span className={classes.cardFoot}>
      <Status {...statusFace[task.status]} />
      <span className="cut">
        {task.customer.name} → {!isAsked && (task.employee?.name ?? 'Unassigned')}
      </span>
      <VerifyAndAssign task={task} onAssign={onAssign} />
    </span>
  );
}
