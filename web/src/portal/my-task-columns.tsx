import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { isOverdue, type Task } from '#domain/tasks/task.ts';
import type { Column } from '#web/platform/list/column.ts';
import { Due } from '#web/platform/due.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Person } from '#web/platform/person.tsx';
import { Status } from '#web/platform/status.tsx';
import { RoomLink } from '#web/tasks/room-link.tsx';
import { statusFace } from '#web/tasks/task-words.ts';
import classes from './portal.module.css';

type Asked = {
  /** The business's calendar day. */
  today: string;
  /** Opens a request to be mended; without it the list only shows. */
  onEdit?: (task: Task) => void;
};

export const myTaskColumns = ({ today, onEdit }: Asked): Column<Task>[] => [
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
  ...(onEdit ? [actsColumn(onEdit)] : []),
];

/** A request is its customer's to mend until somebody works by it. */
const actsColumn = (onEdit: (task: Task) => void): Column<Task> => {
  const edit = (task: Task) =>
    task.status === 'requested' && (
      <ActionIcon aria-label={`Edit ${task.title}`} title="Edit" onClick={() => onEdit(task)}>
        <IconPencil size={16} stroke={1.5} />
      </ActionIcon>
    );
  return {
    id: 'acts',
    header: 'Chat',
    width: '88px',
    numeric: true,
    card: 'end',
    cell: (task) => (
      <span className={classes.acts}>
        {edit(task)}
        <RoomLink task={task} />
      </span>
    ),
    // The whole card leads to the room.
    cardCell: edit,
  };
};
