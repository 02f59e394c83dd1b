import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { may } from '#domain/kernel/rights.ts';
import type { Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { Empty, NoPermission } from '#web/platform/faces.tsx';
import type { Column } from '#web/platform/list/column.ts';
import { List } from '#web/platform/list/list.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { Status } from '#web/platform/status.tsx';
import { toast, toastProblem } from '#web/platform/toast.tsx';
import { deletedPages, useRestoreTask } from './task-queries.ts';
import { statusFace } from './task-words.ts';

/** The trash: for 30 days a deleted task comes back, with its messages. */
export function DeletedPage() {
  if (!may(useMe().member, 'tasks.delete')) return <NoPermission />;
  return (
    <>
      <PageHeader
        title="Deleted tasks"
        sub="Kept for 30 days, with their messages"
        actions={
          <Button component={Link} to="/tasks">
            All tasks
          </Button>
        }
      />
      <List
        label="Deleted tasks"
        noun="task"
        pages={deletedPages}
        columns={columns}
        idOf={idOf}
        empty={<Empty title="Nothing was deleted in the last 30 days">Deleted tasks wait here to be restored.</Empty>}
      />
    </>
  );
}

function Restore({ task }: { task: Task }) {
  const restore = useRestoreTask();
  return (
    <Button
      size="xs"
      aria-label={`Restore ${task.title}`}
      loading={restore.isPending}
      onClick={() => void restore.mutateAsync({ taskId: task.id }).then(() => toast('Task restored'), toastProblem)}
    >
      Restore
    </Button>
  );
}

const columns: Column<Task>[] = [
  { id: 'title', header: 'Title', card: 'title', cell: ({ title }) => <span title={title}>{title}</span> },
  {
    id: 'customer',
    header: 'Customer',
    width: '22%',
    card: 'line',
    cell: ({ customer }) => <span title={customer.email}>{customer.name}</span>,
  },
  {
    id: 'employee',
    header: 'Assigned Employee',
    width: '18%',
    cell: ({ employee }) => employee?.name ?? <span className="muted">Unassigned</span>,
  },
  {
    id: 'status',
    header: 'Status',
    width: '128px',
    card: 'foot',
    cell: ({ status }) => <Status {...statusFace[status]} />,
  },
  {
    id: 'deleted',
    header: 'Deleted',
    width: '120px',
    card: 'foot',
    cell: ({ deletedAt }) => <span className="muted">{deletedAt && <Moment at={deletedAt} style="day-time" />}</span>,
  },
  { id: 'restore', header: 'Restore', width: '104px', card: 'end', cell: (task) => <Restore task={task} /> },
];

const idOf = ({ id }: { id: string }) => id;
