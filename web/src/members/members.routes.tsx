import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { UsersSearch } from './users-search.ts';

/** Open to everybody who has the link. */
export const invitationRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/invite/$token',
    component: lazyRouteComponent(() => import('./invite-page.tsx'), 'InvitePage'),
  }),
];

/** The second and third layer: for people with a session who are not yet verified. */
export const joiningRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/complete-profile',
    component: lazyRouteComponent(() => import('./complete-profile-page.tsx'), 'CompleteProfilePage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/waiting',
    component: lazyRouteComponent(() => import('./waiting-page.tsx'), 'WaitingPage'),
  }),
];

export const membersRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/users',
    validateSearch: UsersSearch,
    component: lazyRouteComponent(() => import('./users-page.tsx'), 'UsersPage'),
  }),
];
