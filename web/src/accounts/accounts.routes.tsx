import { type AnyRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import * as z from 'zod';
import { ownPath } from '#domain/kernel/own-path.ts';

export const LoginSearch = z.object({ next: z.string().regex(ownPath).optional().catch(undefined) });

export const accountsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/open',
    component: lazyRouteComponent(() => import('./open-page.tsx'), 'OpenPage'),
  }),
  // The door stands outside of the router, which only leads there.
  createRoute({ getParentRoute: () => parent, path: '/login', validateSearch: LoginSearch }),
  createRoute({ getParentRoute: () => parent, path: '/w/$slug/login', validateSearch: LoginSearch }),
  createRoute({
    getParentRoute: () => parent,
    path: '/reset',
    component: lazyRouteComponent(() => import('./reset-page.tsx'), 'ResetPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/w/$slug/reset',
    component: lazyRouteComponent(() => import('./reset-page.tsx'), 'WorkspaceResetPage'),
  }),
  // Where other programs, and the earlier one, have these pages.
  createRoute({
    getParentRoute: () => parent,
    path: '/forgot-password',
    beforeLoad: () => {
      throw redirect({ to: '/reset' });
    },
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/signup',
    beforeLoad: () => {
      throw redirect({ to: '/open' });
    },
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/w/$slug/signup',
    component: lazyRouteComponent(() => import('./sign-up-page.tsx'), 'SignUpPage'),
  }),
];
