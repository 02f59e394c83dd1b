import { Button, Tabs } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dayIn } from '#domain/kernel/time.ts';
import { leaders } from '#domain/kernel/access.ts';
import { TaskStatus } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { Empty } from '#web/platform/faces.tsx';
import { KeysetTable } from '#web/platform/keyset-table.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { AssignPanel } from './assign-panel.tsx';
import { AssignSheet } from './assign-sheet.tsx';
import { customersOf } from './customer-choice.ts';
import { taskColumns } from './task-columns.tsx';
import { TaskDialog } from './task-form.tsx';
import { taskList } from './task-queries.ts';
import { statusFace } from './task-words.ts';
import classes from './tasks.module.css';

export type TasksSearch = { status?: TaskStatus | undefined; assign?: string | undefined };

export function TasksPage() {
  const { member, workspace } = useMe();
  const search: TasksSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const [isCreating, creating] = useDisclosure();
  const list = useInfiniteQuery(taskList({ status: search.status }));
  const all = useInfiniteQuery(taskList());
  const tasks = all.data?.pages.flatMap((page) => page.items) ?? [];

  const Assign = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false })
    ? AssignSheet
    : AssignPanel;
  const isLeader = leaders.some((role) => role === member.role);
  const show = (change: TasksSearch) =>
    void navigate({ to: '/tasks', search: { ...search, ...change }, replace: true });
  const canCreate = isLeader || customersOf(tasks).length > 0;
  const create = canCreate && (
    <Button variant="filled" className="cap" leftSection={<IconPlus size={16} stroke={1.5} />} onClick={creating.open}>
      CREATE TASK
    </Button>
  );

  return (
    <>
      <PageHeader title={isLeader ? 'Tasks' : 'My tasks'} actions={create} />
      <Tabs value={search.status ?? 'all'} onChange={(value) => show({ status: TaskStatus.safeParse(value).data })}>
        <Tabs.List className={classes.tabs}>
          <Tabs.Tab value="all">All</Tabs.Tab>
          {TaskStatus.options.map((status) => (
            <Tabs.Tab key={status} value={status}>
              {status === 'requested' ? 'To verify' : statusFace[status].children}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {isLeader && <Assign tasks={tasks} taskId={search.assign} onTask={(assign) => show({ assign })} />}
      <div className={classes.table}>
        <KeysetTable
          label="Tasks"
          query={list}
          columns={taskColumns({
            today: dayIn(workspace.timeZone, new Date()),
            onAssign: isLeader ? ({ id }) => show({ assign: id }) : undefined,
          })}
          idOf={({ id }) => id}
          linkOf={({ id }) => `/tasks/${id}`}
          empty={search.status ? <NoneOf status={search.status} /> : <NoTasks isLeader={isLeader} action={create} />}
        />
      </div>
      <TaskDialog isOpen={isCreating} onClose={creating.close} isLeader={isLeader} tasks={tasks} />
    </>
  );
}

const NoneOf = ({ status }: { status: TaskStatus }) => (
  <Empty title={`No task is ${statusFace[status].children.toLowerCase()}`}>Other tasks are under All.</Empty>
);

const NoTasks = ({ isLeader, action }: { isLeader: boolean; action: ReactNode }) => (
  <Empty title="The first job goes here" action={action}>
    {isLeader
      ? 'A task holds everything about one job: who asked, who does it, the chat and the money.'
      : 'Tasks assigned to you stand here, with their chat.'}
  </Empty>
);
