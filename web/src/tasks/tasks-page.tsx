import { Button, Tabs } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { dayIn } from '#domain/kernel/time.ts';
import { leaders } from '#domain/kernel/access.ts';
import { TaskStatus } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { Empty } from '#web/platform/faces.tsx';
import { List } from '#web/platform/list/list.tsx';
import { wordsOf } from '#web/platform/list/list-search.ts';
import { useListUrl } from '#web/platform/list/use-list-url.ts';
import { PageHeader } from '#web/platform/page-header.tsx';
import { AssignPanel } from './assign-panel.tsx';
import { AssignSheet } from './assign-sheet.tsx';
import { customersOf } from './customer-choice.ts';
import { taskColumns } from './task-columns.tsx';
import { chosenOf, dueFilter, statusFilter, tabOf, tabsFor } from './task-filters.ts';
import { TaskDialog } from './task-form.tsx';
import { taskCount, taskList, taskPages } from './task-queries.ts';
import type { TasksSearch } from './tasks.routes.tsx';
import classes from './tasks.module.css';

const filters = [statusFilter, dueFilter];
const ownFilters = { employee: 'Unassigned' };

export function TasksPage() {
  const { member, workspace } = useMe();
  const search: TasksSearch = useSearch({ strict: false });
  const { show } = useListUrl();
  const [isCreating, creating] = useDisclosure();
  const latest = useInfiniteQuery(taskList());
  const tasks = latest.data?.pages.flatMap((page) => page.items) ?? [];

  const Assign = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false })
    ? AssignSheet
    : AssignPanel;
  const isLeader = leaders.some((role) => role === member.role);
  const today = dayIn(workspace.timeZone, new Date());
  const columns = useMemo(
    () => taskColumns({ today, onAssign: isLeader ? ({ id }) => show({ assign: id }) : undefined }),
    [today, isLeader, show],
  );
  const canCreate = isLeader || customersOf(tasks).length > 0;
  const create = canCreate && (
    <Button variant="filled" className="cap" leftSection={<IconPlus size={16} stroke={1.5} />} onClick={creating.open}>
      CREATE TASK
    </Button>
  );
  const { q, sort, due } = search;
  const wish = { q, sort, due, status: wordsOf(TaskStatus, search.status), employeeId: search.employee };

  return (
    <>
      <PageHeader title={isLeader ? 'Tasks' : 'My tasks'} actions={create} />
      <Tabs value={tabOf(search)} onChange={(tab) => show(chosenOf(tab))}>
        <Tabs.List className={classes.tabs}>
          {tabsFor(isLeader).map(({ value, label }) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {isLeader && <Assign tasks={tasks} taskId={search.assign} onTask={(assign) => show({ assign })} />}
      <List
        label="Tasks"
        noun="task"
        pages={taskPages(wish)}
        count={taskCount(wish)}
        usualSort="-createdAt"
        search="Title, customer or employee"
        filters={filters}
        own={{ words: ownFilters }}
        columns={columns}
        idOf={idOf}
        linkOf={linkOf}
        empty={
          <Empty title="The first job goes here" action={create}>
            {isLeader
              ? 'A task holds everything about one job: who asked, who does it, the chat and the money.'
              : 'Tasks assigned to you stand here, with their chat.'}
          </Empty>
        }
      />
      <TaskDialog isOpen={isCreating} onClose={creating.close} isLeader={isLeader} tasks={tasks} />
    </>
  );
}

const idOf = ({ id }: { id: string }) => id;
const linkOf = ({ id }: { id: string }) => `/tasks/${id}`;
