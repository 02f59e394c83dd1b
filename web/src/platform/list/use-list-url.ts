import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type Search = Record<string, string | undefined>;

/** What is asked of a list stands in the address; each choice is a step back, typing is not. */
export function useListUrl() {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = useCallback(
    (change: Search, how: 'step' | 'typing' = 'step') =>
      void navigate({
        to: '.',
        search: (before: Search) => ({ ...before, ...change }),
        replace: how === 'typing',
        resetScroll: false,
      }),
    [navigate],
  );
  return { search, show };
}
