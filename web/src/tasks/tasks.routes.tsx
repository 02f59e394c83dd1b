import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { TaskFilter, TaskSort } from '#domain/tasks/list.ts';
import { TaskStatus } from '#domain/tasks/task.ts';
import { listSearch, severalWords } from '#web/platform/list/list-search.ts';
import { roomsRoutes } from '#web/rooms/rooms.routes.tsx';

export const TasksSearch = listSearch(TaskSort.unwrap()).extend({
  status: severalWords(TaskStatus),
  due: TaskFilter.shape.due.catch(undefined),
  employee: TaskFilter.shape.employeeId.catch(undefined),
  /** The task that stands in the assign panel. */
  assign: Id.optional().catch(undefined),
});
export type TasksSearch = z.infer<typeof TasksSearch>;

export const tasksRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/tasks',
    validateSearch: TasksSearch,
    component: lazyRouteComponent(() => import('./tasks-page.tsx'), 'TasksPage'),
  }),
  ...roomsRoutes(parent),
];
