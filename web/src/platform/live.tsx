import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from 'react';
import { LiveEvent } from '#domain/realtime/event.ts';
import { keepConnected, type LiveState } from './live-socket.ts';

type Listener = { onEvent: (event: LiveEvent) => void; onConnected: () => void };
type Live = { state: LiveState; subscribe: (listener: Listener) => () => void };

const LiveContext = createContext<Live | null>(null);

/** One socket for all that stands below it; another `who` closes it and opens a new one. */
export function LiveProvider({ who, children }: { who: string; children: ReactNode }) {
  const [state, setState] = useState<LiveState>('connecting');
  const [listeners] = useState(() => new Set<Listener>());
  const [subscribe] = useState(() => (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  });
  return (
    <LiveContext value={{ state, subscribe }}>
      <Socket key={who} listeners={listeners} onState={setState} />
      {children}
    </LiveContext>
  );
}

function Socket({ listeners, onState }: { listeners: Set<Listener>; onState: (state: LiveState) => void }) {
  const queries = useQueryClient();
  useEffect(
    () =>
      keepConnected({
        onState,
        onConnected: () => {
          // A new session has not heard what happened before it.
          void queries.invalidateQueries();
          for (const listener of listeners) listener.onConnected();
        },
        onData: (data) => {
          const event = LiveEvent.safeParse(data);
          if (!event.success) return;
          for (const listener of listeners) listener.onEvent(event.data);
        },
      }),
    [queries, listeners, onState],
  );
  return null;
}

function useLiveContext(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('There is no LiveProvider above this component');
  return live;
}

export const useLiveState = (): LiveState => useLiveContext().state;

/** Hears every event of the socket; `onConnected` runs at each new session, when something may have been missed. */
export function useLive(onEvent: (event: LiveEvent) => void, onConnected?: () => void): void {
  const { subscribe } = useLiveContext();
  const hear = useEffectEvent(onEvent);
  const catchUp = useEffectEvent(() => onConnected?.());
  useEffect(() => subscribe({ onEvent: (event) => hear(event), onConnected: () => catchUp() }), [subscribe]);
}
