import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { dayIn } from '#domain/kernel/time.ts';
import { TaskStatus } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { Empty } from '#web/platform/faces.tsx';
import { List } from '#web/platform/list/list.tsx';
import { wordsOf } from '#web/platform/list/list-search.ts';
import { PageHeader } from '#web/platform/page-header.tsx';
import { statusFilter } from '#web/tasks/task-filters.ts';
import { taskCount, taskPages } from '#web/tasks/task-queries.ts';
import { useTaskActs } from '#web/tasks/use-task-acts.tsx';
import { myTaskColumns } from './my-task-columns.tsx';
import type { MyTasksSearch } from './portal.routes.tsx';
import { RequestDialog } from './request-form.tsx';

const filters = [statusFilter];

export function MyTasksPage() {
  const { workspace } = useMe();
  const { q, sort, status }: MyTasksSearch = useSearch({ strict: false });
  const wish = { q, sort, status: wordsOf(TaskStatus, status) };
  const today = dayIn(workspace.timeZone, new Date());
  const { run, dialog } = useTaskActs();
  const columns = useMemo(() => myTaskColumns({ today, onEdit: (task) => run('edit', task) }), [today, run]);
  const [isAsking, asking] = useDisclosure();
  const ask = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.5} />}
      aria-keyshortcuts="c"
      onClick={asking.open}
    >
      Request a task
    </Button>
  );
  return (
    <>
      <PageHeader title="My tasks" actions={ask} />
      <List
        label="My tasks"
        noun="task"
        pages={taskPages(wish)}
        count={taskCount(wish)}
        usualSort="-createdAt"
        search="Title or employee"
        filters={filters}
        columns={columns}
        idOf={idOf}
        linkOf={linkOf}
        letters={{
          c: asking.open,
          e: (task) => task?.status === 'requested' && run('edit', task),
        }}
        empty={
          <Empty title="Your first task goes here" action={ask}>
            Say what you need. {workspace.name} looks at it and finds the right person.
          </Empty>
        }
      />
      {dialog}
      <RequestDialog isOpen={isAsking} onClose={asking.close} />
    </>
  );
}

const idOf = ({ id }: { id: string }) => id;
const linkOf = ({ id }: { id: string }) => `/tasks/${id}`;
