import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LiveEvent } from '#domain/realtime/event.ts';
import { useLive } from '#web/platform/live.tsx';
import { paced } from './paced.ts';

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

/** What every message and every file of others makes old. */
const flooded = new Set(['seats', 'files', 'notifications']);
const onceInMs = 1000;

export function useLiveUpdates(): void {
  const queries = useQueryClient();
  const invalidate = (word: string): void => void queries.invalidateQueries({ queryKey: [word] });
  const [slowly] = useState(() => paced(onceInMs, invalidate));
  useEffect(() => slowly.stop, [slowly]);
  useLive((event) => {
    for (const word of touched[event.kind]) (flooded.has(word) ? slowly.ask : invalidate)(word);
  });
}
