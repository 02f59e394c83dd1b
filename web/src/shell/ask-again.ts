import type { QueryClient } from '@tanstack/react-query';

/**
 * Asks again for everything under a word. A first answer that is on its way is never broken off, and may have been read
 * before what made it old: that one is asked for once more when it is here.
 */
export async function askAgain(queries: QueryClient, word: string): Promise<void> {
  const queryKey = [word];
  const onItsWay = queries.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' });
  const first = new Set(onItsWay.filter(({ state }) => state.data === undefined));
  await queries.invalidateQueries({ queryKey });
  if (first.size > 0) await queries.invalidateQueries({ queryKey, predicate: (query) => first.has(query) });
}
