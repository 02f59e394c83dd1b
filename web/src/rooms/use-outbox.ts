import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Entry } from '#domain/rooms/message.ts';
import { outbox, type Unsent } from './outbox.ts';

const unsentOf = (memberId: string) =>
  queryOptions({
    queryKey: ['outbox', memberId],
    queryFn: () => outbox.of(memberId),
    // It lies in this browser: it is there without any network.
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
  });

const none: readonly Unsent[] = [];

/** What a member wrote in a room and is not among the entries that the server sent. */
export function useOutbox(memberId: string, roomId: string, entries: readonly Entry[]): readonly Unsent[] {
  const queries = useQueryClient();
  const { data = none } = useQuery(unsentOf(memberId));
  useEffect(
    () => outbox.subscribe(() => void queries.invalidateQueries({ queryKey: unsentOf(memberId).queryKey })),
    [queries, memberId],
  );
  return useMemo(() => {
    if (data.length === 0) return none;
    const stored = new Set(entries.map(({ id }) => id));
    return data.filter((unsent) => unsent.roomId === roomId && !stored.has(unsent.messageId));
  }, [data, entries, roomId]);
}
