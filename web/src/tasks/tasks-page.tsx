import { ActionIcon, Button, Menu } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { dayIn } from '#domain/kernel/time.ts';
import { leaders } from '#domain/kernel/access.ts';
import { may } from '#domain/kernel/rights.ts';
import { useMe } from '#web/members/me.ts';
import { Loading } from '#web/platform/faces.tsx';
import { useListUrl } from '#web/platform/list/use-list-url.ts';
import { PageHeader } from '#web/platform/page-header.tsx';
import { AssignPanel } from './assign-panel.tsx';
import { AssignSheet } from './assign-sheet.tsx';
import { customersOf } from './customer-choice.ts';
import { tabsFor } from './task-filters.ts';
import { TaskDialog } from './task-form.tsx';
import { taskList } from './task-queries.ts';
import { TaskTable } from './task-table.tsx';
import { TaskTabs } from './task-tabs.tsx';
import { viewsFor } from './task-view.ts';
import { TaskViews } from './task-views.tsx';
import type { TasksSearch } from './tasks.routes.tsx';
import classes from './tasks.module.css';

// The library for dragging comes with the views that use it.
const OtherViews = lazy(async () => ({ default: (await import('./other-views.tsx')).OtherViews }));

export function TasksPage() {
  const { member, workspace } = useMe();
  const search: TasksSearch = useSearch({ strict: false });
  const { show } = useListUrl();
  const [isCreating, creating] = useDisclosure();
  const Assign = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false })
    ? AssignSheet
    : AssignPanel;
  const isLeader = leaders.some((role) => role === member.role);
  // An employee asks for customers by the tasks they have with them.
  const latest = useInfiniteQuery({ ...taskList(), enabled: !isLeader });
  const tasks = latest.data?.pages.flatMap((page) => page.items) ?? [];
  const views = viewsFor(isLeader);
  const view = views.find((one) => one === search.view) ?? 'table';
  const canCreate = isLeader || customersOf(tasks).length > 0;
  const create = canCreate && (
    <Button
      variant="filled"
      className="cap"
      leftSection={<IconPlus size={16} stroke={1.5} />}
      aria-keyshortcuts="c"
      onClick={creating.open}
    >
      CREATE TASK
    </Button>
  );
  const shared = {
    search,
    isLeader,
    today: dayIn(workspace.timeZone, new Date()),
    onCreate: canCreate ? creating.open : undefined,
  };

  return (
    <>
      <PageHeader
        title={isLeader ? 'Tasks' : 'My tasks'}
        actions={
          <>
            <TaskViews
              views={views}
              view={view}
              onView={(next) => show({ view: next === 'table' ? undefined : next, peek: undefined })}
            />
            {may(member, 'tasks.delete') && <PageMenu />}
            {create}
          </>
        }
      />
      {view !== 'assign' && <TaskTabs tabs={tabsFor(isLeader, member.id)} search={search} />}
      {view === 'table' ? (
        <>
          {isLeader && <Assign taskId={search.assign} onTask={(assign) => show({ assign })} />}
          <TaskTable {...shared} create={create} />
        </>
      ) : (
        <Suspense fallback={<Loading label="Loading the tasks" />}>
          <OtherViews view={view} {...shared} />
        </Suspense>
      )}
      <TaskDialog isOpen={isCreating} onClose={creating.close} isLeader={isLeader} tasks={tasks} />
    </>
  );
}

const PageMenu = () => (
  <Menu position="bottom-end">
    <Menu.Target>
      <ActionIcon className={classes.more ?? ''} aria-label="More about tasks">
        <IconDots size={16} stroke={1.5} />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item component={Link} to="/tasks/deleted" leftSection={<IconTrash size={16} stroke={1.5} aria-hidden />}>
        Deleted tasks
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
);
