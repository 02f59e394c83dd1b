import { type AnyRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { landingOf } from '#domain/members/member.ts';
import { LoginSearch } from '#web/accounts/accounts.routes.tsx';
import { findMe } from '#web/members/me.ts';

export const secondFactorRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/second-factor',
    validateSearch: LoginSearch,
    component: lazyRouteComponent(() => import('./second-factor-page.tsx'), 'SecondFactorPage'),
  }),
];

const owing = async ({ context }: { context: { queries: QueryClient } }) => {
  const me = await findMe(context.queries);
  if (me && !me.mustEnrol) throw redirect({ to: landingOf(me.member) });
};

export const enrolRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/enrol',
    validateSearch: LoginSearch,
    beforeLoad: owing,
    component: lazyRouteComponent(() => import('./enrol-page.tsx'), 'EnrolPage'),
  }),
];

export const signInRulesRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/settings/sign-in',
    component: lazyRouteComponent(() => import('./sign-in-rules-page.tsx'), 'SignInRulesPage'),
  }),
];
