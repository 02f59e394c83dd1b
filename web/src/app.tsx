import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { makeQueries } from './platform/queries.ts';
import { type AppRouter, makeRouter, needsSession } from './router.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

type Parts = { queries: QueryClient; router: AppRouter };

/** The parts that live as long as the page; a test brings its own history. */
export function makeApp(history?: RouterHistory): Parts {
  const queries = makeQueries(() => {
    const { pathname, href } = router.latestLocation;
    if (!needsSession(router, pathname)) return;
    queries.clear();
    void router.navigate({ to: '/login', search: { next: href } });
  });
  const router = makeRouter(queries, history);
  return { queries, router };
}

export function App({ queries, router }: Parts) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Notifications position="bottom-left" containerWidth={400} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
