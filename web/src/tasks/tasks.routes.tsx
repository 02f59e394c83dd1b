import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { TaskFilter, TaskSort } from '#domain/tasks/list.ts';
import { TaskStatus } from '#domain/tasks/task.ts';
import { listSearch, severalWords } from '#web/platform/list/list-search.ts';
import { roomsRoutes } from '#web/rooms/rooms.routes.tsx';
import { Month } from './calendar/month.ts';
import { TaskView } from './task-view.ts';

export const TasksSearch = listSearch(TaskSort.unwrap()).extend({
  status: severalWords(TaskStatus),
  due: TaskFilter.shape.due.catch(undefined),
  dueFrom: TaskFilter.shape.dueFrom.catch(undefined),
  dueTo: TaskFilter.shape.dueTo.catch(undefined),
  employee: TaskFilter.shape.employeeId.catch(undefined),
  customer: Id.optional().catch(undefined),
  view: TaskView.optional().catch(undefined),
  /** What the calendar shows, such as 2026-11. */
  month: Month.optional().catch(undefined),
  /** The task that stands in the assign panel. */
  assign: Id.optional().catch(undefined),
  /** The task that lies open beside the list. */
  peek: Id.optional().catch(undefined),
});
export type TasksSearch = z.infer<typeof TasksSearch>;

export const tasksRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/tasks',
    validateSearch: TasksSearch,
    component: lazyRouteComponent(() => import('./tasks-page.tsx'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/tasks/deleted',
    component: lazyRouteComponent(() => import('./deleted-page.tsx'), 'DeletedPage'),
  }),
  ...roomsRoutes(parent),
];
