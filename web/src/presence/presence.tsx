import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Presence } from '#domain/presence/presence.ts';
import { presenceRoutes } from '#domain/presence/routes.ts';
import { batched } from '#web/platform/batched.ts';
import { call } from '#web/platform/call.ts';
import { useLive } from '#web/platform/live.tsx';

type FindPresence = (memberId: string, signal?: AbortSignal) => Promise<Presence | null>;
const FindPresenceContext = createContext<FindPresence | null>(null);

const mostAtOnce = 100;
/** Nobody is told when a browser just vanishes: what is shown is asked for again. */
const believedMs = 5 * 60_000;

const keyOf = (memberId: string | undefined) => ['presence', memberId] as const;

/** Who is here, for all that stands below it; where it is missing nothing is said about anybody. */
export function PresenceProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [find] = useState(() =>
    batched(async (ids) => {
      const { items } = await call(presenceRoutes.list, { query: { ids } });
      return new Map(items.map((presence) => [presence.memberId, presence]));
    }, mostAtOnce),
  );
  useLive((event) => {
    if (event.kind === 'presence.changed') keep(queries, event.presence);
  });
  return <FindPresenceContext value={find}>{children}</FindPresenceContext>;
}

/** An answer that is still on its way is older than the event. */
function keep(queries: QueryClient, presence: Presence): void {
  const queryKey = keyOf(presence.memberId);
  void queries.cancelQueries({ queryKey }, { silent: true });
  queries.setQueryData(queryKey, presence);
}

/** Null until it is known, and where one may not know it. */
export function usePresence(memberId: string | undefined): Presence | null {
  const find = useContext(FindPresenceContext);
  const { data } = useQuery({
    queryKey: keyOf(memberId),
    queryFn: find && memberId ? ({ signal }) => find(memberId, signal) : skipToken,
    staleTime: believedMs,
    refetchInterval: believedMs,
  });
  return data ?? null;
}
