import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { TaskStatus } from '#domain/tasks/task.ts';
import { roomsRoutes } from '#web/rooms/rooms.routes.tsx';

const search = z.object({
  status: TaskStatus.optional().catch(undefined),
  /** The task that stands in the assign panel. */
  assign: Id.optional().catch(undefined),
});

export const tasksRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/tasks',
    validateSearch: search,
    component: lazyRouteComponent(() => import('./tasks-page.tsx'), 'TasksPage'),
  }),
  ...roomsRoutes(parent),
];
