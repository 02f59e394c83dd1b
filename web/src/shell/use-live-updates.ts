import { useQueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '#domain/realtime/event.ts';
import { useLive } from '#web/platform/live.tsx';

/** What an event makes old: the first word of the query keys. */
const touched: Record<LiveEvent['kind'], readonly string[]> = {
  'entry.added': [],
  'entry.changed': [],
  'receipt.changed': [],
  typing: [],
  'room.changed': ['rooms'],
  'seat.changed': ['seats'],
  'files.changed': ['files'],
  'notifications.changed': ['notifications'],
  'presence.changed': [],
  'member.changed': ['members', 'customers'],
  'member.verified': ['members'],
  'member.rejected': ['members'],
  'members.changed': ['members'],
  'session.ended': ['members', 'sessions'],
  'tasks.changed': ['tasks'],
  'payments.changed': ['payments'],
  'segments.changed': ['segments', 'customers'],
  'import.changed': ['imports'],
  'bulk.changed': ['bulk'],
};

export function useLiveUpdates(): void {
  const queries = useQueryClient();
  useLive((event) => {
    for (const module of touched[event.kind]) void queries.invalidateQueries({ queryKey: [module] });
  });
}
