import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LiveEvent } from '#domain/realtime/event.ts';
import { useLive } from '#web/platform/live.tsx';
import { askAgain } from './ask-again.ts';
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
  'payments.changed': ['payments', 'reports'],
  'segments.changed': ['segments', 'customers'],
  'rebuild.changed': ['segments'],
  'import.changed': ['imports'],
  'bulk.changed': ['bulk'],
  'export.changed': ['exports'],
};

/** How often at most what is touched by many, or dear to make, is asked for again. */
const pauseMs: Record<string, number> = {
  seats: 1000,
  files: 1000,
  notifications: 1000,
  segments: 1000,
  reports: 5000,
};

export function useLiveUpdates(): void {
  const queries = useQueryClient();
  const ask = (word: string): void => void askAgain(queries, word);
  const [paces] = useState(() => new Map(Object.entries(pauseMs).map(([word, ms]) => [word, paced(ms, ask)])));
  useEffect(() => () => paces.forEach(({ stop }) => stop()), [paces]);
  useLive((event) => {
    for (const word of touched[event.kind]) (paces.get(word)?.ask ?? ask)(word);
  });
}
