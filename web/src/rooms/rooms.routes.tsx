import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

/** A task's room has the task's address. */
export const roomsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/tasks/$taskId',
    component: lazyRouteComponent(() => import('./room-page.tsx'), 'RoomPage'),
  }),
];
