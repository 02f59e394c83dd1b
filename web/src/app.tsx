import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { StepUp } from './factors/step-up.tsx';
import { signingOut } from './members/use-sign-out.tsx';
import { makeQueries } from './platform/queries.ts';
import { type AppRouter, makeRouter, needsSession } from './router.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

type Parts = { queries: QueryClient; router: AppRouter };

/** The parts that live as long as the page; a test brings its own history. */
export function makeApp(history?: RouterHistory): Parts {
  const turnTo = (to: '/login' | '/enrol') => () => {
    const { pathname, href } = router.latestLocation;
    if (!needsSession(router, pathname) || pathname === to) return;
    if (queries.isMutating({ mutationKey: signingOut }) > 0) return;
    queries.clear();
    void router.navigate({ to, search: { next: href } });
  };
  const queries = makeQueries({ onSignedOut: turnTo('/login'), onMustEnrol: turnTo('/enrol') });
  const router = makeRouter(queries, history);
  return { queries, router };
}

export function App({ queries, router }: Parts) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <StepUp />
        <Notifications position="bottom-left" containerWidth={400} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
