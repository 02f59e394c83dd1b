import { type AnyRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { landingOf } from '#domain/members/member.ts';
import { findMe } from '#web/members/me.ts';

/** `next` is a place of ours, never another site: browsers leave tabs and line breaks out, so `/\t/` is `//` to them. */
export const LoginSearch = z.object({
  next: z
    .string()
    .regex(/^\/(?![/\\])[^\p{Cc}\\]*$/u)
    .optional()
    .catch(undefined),
});

const passIn = async ({ context }: { context: { queries: QueryClient } }) => {
  // A server that does not answer is the form's matter, not a reason to hide it.
  const me = await findMe(context.queries).catch(() => null);
  if (me) throw redirect({ to: landingOf(me.member) });
};

export const accountsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/open',
    component: lazyRouteComponent(() => import('./open-page.tsx'), 'OpenPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/login',
    validateSearch: LoginSearch,
    beforeLoad: passIn,
    component: lazyRouteComponent(() => import('./login-page.tsx'), 'LoginPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/w/$slug/login',
    validateSearch: LoginSearch,
    component: lazyRouteComponent(() => import('./login-page.tsx'), 'WorkspaceLoginPage'),
  }),
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
