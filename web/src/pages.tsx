import { useQueryClient } from '@tanstack/react-query';
import { type AnyRoute, RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { StepUp } from './factors/step-up.tsx';
import { takeEarly } from './members/early-me.ts';
import { signingOut } from './members/signing-out.ts';
import { useHistory } from './platform/place.tsx';
import { onRefused } from './platform/queries.ts';
import { type AppRouter, makeRouter, needsSession } from './router.tsx';

/** All pages but those where people sign in. */
export function Pages() {
  const queries = useQueryClient();
  const history = useHistory();
  const [router] = useState(() => loadedAhead(makeRouter(queries, history)));

  // What was asked early is for the first page alone: later somebody else may be there.
  useEffect(() => router.subscribe('onResolved', () => void takeEarly()), [router]);

  useEffect(() => {
    const turnTo = (to: '/login' | '/enrol') => {
      const { pathname, href } = router.latestLocation;
      if (!needsSession(router, pathname) || pathname === to) return;
      if (queries.isMutating({ mutationKey: signingOut }) > 0) return;
      queries.clear();
      void router.navigate({ to, search: { next: href } });
    };
    return onRefused(queries, ({ type }) => {
      // The server no longer knows the session.
      if (type === '/problems/not-signed-in') turnTo('/login');
      // The business began to demand a second factor, and this person has none.
      if (type === '/problems/second-factor-required') turnTo('/enrol');
    });
  }, [queries, router]);

  return (
    <>
      <RouterProvider router={router} />
      <StepUp />
    </>
  );
}

/** The code of the first page comes while the server still says who is there. */
function loadedAhead(router: AppRouter): AppRouter {
  const routes: Record<string, AnyRoute> = router.routesById;
  for (const { routeId } of router.matchRoutes(router.latestLocation.pathname))
    void router.loadRouteChunk(routes[routeId]!);
  return router;
}
