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

/** The second and third layer, and a new address: for people with a session who may not yet be verified. */
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
  createRoute({
    getParentRoute: () => parent,
    path: '/confirm-email/$token',
    component: lazyRouteComponent(() => import('./confirm-email-page.tsx'), 'ConfirmEmailPage'),
  }),
];

export const membersRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/users',
    validateSearch: UsersSearch,
    component: lazyRouteComponent(() => import('./users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/users/invitations',
    component: lazyRouteComponent(() => import('./invitations-page.tsx'), 'InvitationsPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/users/new',
    component: lazyRouteComponent(() => import('./add-user-page.tsx'), 'AddUserPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/users/$memberId',
    component: lazyRouteComponent(() => import('./member-page.tsx'), 'MemberPage'),
  }),
];
