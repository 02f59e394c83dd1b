import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { accountsRoutes } from './accounts/accounts.routes.tsx';
import { followOldLink } from './accounts/old-links.ts';
import { auditRoutes } from './audit/audit.routes.tsx';
import { customersRoutes } from './customers/customers.routes.tsx';
import { exportsRoutes } from './exports/exports.routes.tsx';
import { enrolRoutes, secondFactorRoutes, signInRulesRoutes } from './factors/factors.routes.tsx';
import { forecastsRoutes } from './forecasts/forecasts.routes.tsx';
import { groupsRoutes } from './groups/groups.routes.tsx';
import { homeRoutes } from './home/home.routes.tsx';
import { landingRoutes } from './landing/landing.routes.tsx';
import { loginsRoutes } from './logins/logins.routes.tsx';
import { invitationRoutes, joiningRoutes, membersRoutes } from './members/members.routes.tsx';
import { paymentsRoutes } from './payments/payments.routes.tsx';
import { placesRoutes } from './places/places.routes.tsx';
import { portalRoutes } from './portal/portal.routes.tsx';
import { profileRoutes } from './profile/profile.routes.tsx';
import { receiptsRoutes } from './receipts/receipts.routes.tsx';
import { segmentSettingsRoutes } from './segments/settings/segment-settings.routes.tsx';
import { segmentsRoutes } from './segments/segments.routes.tsx';
import { reportsRoutes } from './reports/reports.routes.tsx';
import { settingsRoutes } from './settings/settings.routes.tsx';
import { admit, admitVerified } from './shell/guards.ts';
import { PageError } from './shell/page-error.tsx';
import { PageNotFound } from './shell/page-not-found.tsx';
import { tasksRoutes } from './tasks/tasks.routes.tsx';
import { trendsRoutes } from './trends/trends.routes.tsx';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  beforeLoad: ({ location }) => followOldLink(location),
});

/** Everything below needs a session; what stands directly below it is open to people who still wait. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: ({ context, location }) => admit(context.queries, location),
  component: lazyRouteComponent(() => import('./shell/signed-in.tsx'), 'SignedIn'),
});

/** The pages of the product, in the frame of the person's role. */
const shell = createRoute({
  getParentRoute: () => signedIn,
  id: 'shell',
  beforeLoad: ({ context, location }) => admitVerified(context.queries, location),
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
});

const tree = root.addChildren([
  ...landingRoutes(root),
  ...accountsRoutes(root),
  ...loginsRoutes(root),
  ...secondFactorRoutes(root),
  ...invitationRoutes(root),
  signedIn.addChildren([
    ...joiningRoutes(signedIn),
    ...enrolRoutes(signedIn),
    shell.addChildren([
      ...homeRoutes(shell),
      ...tasksRoutes(shell),
      ...customersRoutes(shell),
      ...paymentsRoutes(shell),
      ...receiptsRoutes(shell),
      ...segmentsRoutes(shell),
      ...forecastsRoutes(shell),
      ...groupsRoutes(shell),
      ...placesRoutes(shell),
      ...trendsRoutes(shell),
      ...reportsRoutes(shell),
      ...membersRoutes(shell),
      ...settingsRoutes(shell),
      ...signInRulesRoutes(shell),
      ...segmentSettingsRoutes(shell),
      ...exportsRoutes(shell),
      ...auditRoutes(shell),
      ...portalRoutes(shell),
      ...profileRoutes(shell),
    ]),
  ]),
]);

export const makeRouter = (queries: QueryClient, history?: RouterHistory) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    // A word that the page does not know, such as those that newsletters append, is no part of what it asks for.
    search: { strict: true },
    defaultPreload: 'intent',
    // Freshness is the query cache's matter.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: () => (
      <main>
        <PageNotFound />
      </main>
    ),
    scrollRestoration: true,
    ...(history && { history }),
  });

export type AppRouter = ReturnType<typeof makeRouter>;

export const needsSession = (router: AppRouter, pathname: string): boolean =>
  router.matchRoutes(pathname).some(({ routeId }) => routeId === signedIn.id);
