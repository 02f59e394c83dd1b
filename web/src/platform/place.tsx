import type { RouterHistory } from '@tanstack/react-router';
import { type ComponentProps, createContext, type MouseEvent, useContext, useSyncExternalStore } from 'react';
import { ownPath } from '#domain/kernel/own-path.ts';

const HistoryContext = createContext<RouterHistory | null>(null);
export const HistoryProvider = HistoryContext.Provider;

/** The browser's history, which the router listens to: for pages that stand before the router is there. */
export function useHistory(): RouterHistory {
  const history = useContext(HistoryContext);
  if (!history) throw new Error('There is no history above this.');
  return history;
}

/** What `select` makes of the place the page is at, kept up to date; a word or a number, not a new object each time. */
export function usePlace<T>(select: (location: RouterHistory['location']) => T): T {
  const history = useHistory();
  return useSyncExternalStore(history.subscribe, () => select(history.location));
}

/**
 * The page somebody had wished to see before they were sent to sign in. Read when it is needed: a page that heard of
 * each change of place would be drawn once more on the way out, and ask again for what it showed.
 */
export function nextAt({ location }: RouterHistory): string | undefined {
  const next = new URLSearchParams(location.search).get('next');
  return next !== null && ownPath.test(next) ? next : undefined;
}

type Props = Omit<ComponentProps<'a'>, 'href'> & { to: string };

/** A link within the product that needs no router. */
export function PlaceLink({ to, children, ...rest }: Props) {
  const history = useHistory();
  const go = (event: MouseEvent) => {
    // A new tab or a download is the browser's own matter.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.push(to);
  };
  return (
    <a {...rest} href={to} onClick={go}>
      {children}
    </a>
  );
}
