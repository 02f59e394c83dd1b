import { hashKey, type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useMemo, useState } from 'react';
import type { Page } from '#domain/kernel/page.ts';
import { askAnew, countsOf, emptyKeyset, isWhole, type Keyset, pagesOf, placePage } from './keyset.ts';

/** One page of a list as a query; its key ends with the cursor. */
export type PageQuery<Row> = (cursor: string | undefined) => {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal }) => Promise<Page<Row>>;
};

export type Rows<Row> = {
  /** Undefined: on its way. */
  rows: readonly (Row | undefined)[];
  loaded: number;
  shown: number;
  isWhole: boolean;
  /** Nothing to show yet. */
  isPending: boolean;
  /** The rows are those of the wish before. */
  isStale: boolean;
  error: unknown;
  retry: () => void;
  /** Tells which rows are in sight: their pages are kept fresh, and the next is fetched ahead. */
  see: (from: number, to: number) => void;
};

/** Rows fetched before they come in sight: more than two screens of a desk. */
const ahead = 60;
/** Scrolling within so many rows asks nothing new. */
const step = 20;
export const pageSize = 100;

/**
 * A list of any length, page by page. Only the pages in sight are asked for again when something changes: a list of
 * 100,000 rows costs no more to keep fresh than one of a hundred.
 */
export function useKeyset<Row>(pageQuery: PageQuery<Row>): Rows<Row> {
  const queries = useQueryClient();
  const key = hashKey(pageQuery(undefined).queryKey);
  const [stored, store] = useState(() => knownPages(emptyKeyset<Row>(key), pageQuery, queries));
  const [sight, setSight] = useState({ key, from: 0, to: 0 });

  // oxlint-disable-next-line react/exhaustive-deps -- the key stands for the query
  const anew = useMemo(() => knownPages(askAnew(stored, key), pageQuery, queries), [key]);
  const keyset = stored.key === key ? stored : anew;
  const { from, to } = sight.key === key ? sight : { from: 0, to: 0 };
  const needed = pagesOf(keyset, { from, to: to + ahead });
  const results = useQueries({ queries: needed.map((index) => pageQuery(keyset.links[index]?.cursor)) });

  // Before painting, so that a page that is known already is never missing for a moment.
  useLayoutEffect(() => {
    let next = keyset;
    for (const [at, index] of needed.entries()) {
      const page = results[at]?.data;
      if (page) next = placePage(next, index, page);
    }
    if (next !== stored) store(next);
  }, [keyset, needed, results, stored]);

  const failed = results.find(({ isError }) => isError);
  const isShown = keyset.shownKey !== null;
  return {
    rows: keyset.rows,
    ...countsOf(keyset),
    isWhole: isWhole(keyset),
    isPending: !isShown && !failed,
    isStale: isShown && keyset.shownKey !== key,
    error: failed?.error ?? null,
    retry: () => results.forEach((result) => result.isError && void result.refetch()),
    see: (first, last) => {
      const next = { key, from: Math.floor(first / step) * step, to: Math.ceil(last / step) * step };
      if (hashKey([next]) !== hashKey([sight])) setSight(next);
    },
  };
}

/** What was read before, on the way back to a list, stands at once. */
function knownPages<Row>(keyset: Keyset<Row>, pageQuery: PageQuery<Row>, queries: QueryClient): Keyset<Row> {
  let next = keyset;
  for (let index = 0; index < next.links.length; index += 1) {
    const page = queries.getQueryData<Page<Row>>(pageQuery(next.links[index]?.cursor).queryKey);
    if (!page) break;
    next = placePage(next, index, page);
  }
  return next;
}
