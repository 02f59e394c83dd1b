import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider, useIsFetching } from '@tanstack/react-query';
import { createBrowserHistory, type RouterHistory } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { doorAt, isOpenToAll } from './accounts/door.ts';
import { LoginPage } from './accounts/login-page.tsx';
import { askEarly } from './members/early-me.ts';
import { HistoryProvider, usePlace } from './platform/place.tsx';
import { makeQueries } from './platform/queries.ts';
import { whenIdle } from './platform/when-idle.ts';
import { cssVariablesResolver, theme } from './theme.ts';

const loadPages = () => import('./pages.tsx');
const Toasts = lazy(async () => ({ default: (await import('./toasts.tsx')).Toasts }));

type Parts = { queries: QueryClient; history: RouterHistory };

/** The parts that live as long as the page; a test brings its own history. */
export function makeApp(history: RouterHistory = createBrowserHistory()): Parts {
  const { pathname } = history.location;
  if (!isOpenToAll(pathname)) askEarly();
  // Asked for at once, but not where people sign in: there the rest comes when the form stands.
  if (doorAt(pathname) === null) void loadPages();
  return { queries: makeQueries(), history };
}

export function App({ queries, history }: Parts) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <HistoryProvider value={history}>
          <DoorOrPages />
        </HistoryProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function DoorOrPages() {
  const door = usePlace(({ pathname }) => doorAt(pathname));
  return (
    <>
      {door === null ? <LoadedPages /> : <LoginPage slug={door} />}
      <Rest isAtDoor={door !== null} />
    </>
  );
}

/** Not by Suspense: it shows what it waited for 300 ms after the last time it waited, at the soonest. */
function LoadedPages() {
  const [show, setShow] = useState<(() => ReactNode) | null>(null);
  useEffect(() => {
    loadPages().then(
      ({ Pages }) => setShow(() => () => <Pages />),
      (error: unknown) =>
        setShow(() => () => {
          throw error;
        }),
    );
  }, []);
  return show?.();
}

/** What comes while somebody types or reads; at the door not before the sign-in has all that it shows. */
function Rest({ isAtDoor }: { isAtDoor: boolean }) {
  const isAsking = useIsFetching() > 0;
  const isWaited = isAtDoor && isAsking;
  const [isIdle, setIsIdle] = useState(false);

  useEffect(() => {
    if (isWaited) return;
    return whenIdle(() => {
      setIsIdle(true);
      void loadPages();
    });
  }, [isWaited]);

  if (!isIdle) return null;
  return (
    <Suspense>
      <Toasts />
    </Suspense>
  );
}
