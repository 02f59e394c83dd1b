import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

/** In the frame of every role. */
export const profileRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/profile',
    component: lazyRouteComponent(() => import('./profile-page.tsx'), 'ProfilePage'),
  }),
];
