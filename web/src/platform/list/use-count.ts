import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Count } from '#domain/kernel/list.ts';
import type { Rows } from './use-keyset.ts';

/** How many a list holds: quickly up to a thousand, or exactly when somebody asks. */
export type CountQuery = (isExact: boolean) => {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal }) => Promise<Count>;
};

const unasked: CountQuery = () => ({
  queryKey: ['uncounted'],
  queryFn: () => Promise.reject(new Error('This list has no count')),
});

type Asked = {
  count: CountQuery | undefined;
  wish: string;
  list: Pick<Rows<unknown>, 'loaded' | 'isWhole' | 'isStale'>;
};

/** A list that is here as a whole needs no question. */
export function useCount({ count, wish, list: { loaded, isWhole, isStale } }: Asked) {
  const [exactFor, setExactFor] = useState<string | null>(null);
  const isExact = exactFor === wish;
  const answer = useQuery({
    ...(count ?? unasked)(isExact),
    enabled: count !== undefined && !isWhole && !isStale && loaded > 0,
    placeholderData: (before: Count | undefined) => (isExact ? before : undefined),
  });
  const known: Count | undefined = isWhole ? { count: loaded, isCapped: false } : answer.data;
  return {
    /** Exact, or undefined. */
    total: known && !known.isCapped ? Math.max(known.count, loaded) : undefined,
    /** "212", "1,000+", or nothing while it is not known. */
    words:
      known && `${Math.max(known.count, known.isCapped ? 0 : loaded).toLocaleString('en')}${known.isCapped ? '+' : ''}`,
    countAll: known?.isCapped ? () => setExactFor(wish) : undefined,
    isCounting: isExact && answer.isFetching,
  };
}
