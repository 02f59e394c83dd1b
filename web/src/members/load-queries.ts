import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { memberRoutes, mostLoads } from '#domain/members/routes.ts';
import { batched } from '#web/platform/batched.ts';
import { call } from '#web/platform/call.ts';
import { useLive } from '#web/platform/live.tsx';

const find = batched(async (ids) => {
  const { items } = await call(memberRoutes.loads, { query: { ids } });
  return new Map(items.map((load) => [load.id, load]));
}, mostLoads);

/** Below the tasks: whatever makes those old makes the loads old too. */
export const loadsKey = ['tasks', 'loads'] as const;

/** How much work a member has; null for somebody unknown. */
export const loadOf = (memberId: string) =>
  queryOptions({ queryKey: [...loadsKey, memberId], queryFn: ({ signal }) => find(memberId, signal) });

/** A customer that is assigned is heard of as a change of the members. */
export function useLiveLoads(): void {
  const queries = useQueryClient();
  useLive(({ kind }) => {
    if (kind === 'members.changed') void queries.invalidateQueries({ queryKey: loadsKey });
  });
}
