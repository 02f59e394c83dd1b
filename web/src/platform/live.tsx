import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useRef, useState } from 'react';
import { LiveEvent } from '#domain/realtime/event.ts';
import type { LiveSocket, LiveState } from './live-socket.ts';
import { type Connection, shareLive } from './live-tabs.ts';
import { whenIdle } from './when-idle.ts';

type Listener = { onEvent: (event: LiveEvent) => void; onConnected: () => void };
type Live = { connection: Connection; subscribe: (listener: Listener) => () => void; tell: LiveSocket['tell'] };

const LiveContext = createContext<Live | null>(null);
/** From the first connection to asking once more for what was read before it. */
const calmMs = 1000;
const unconnected: Connection = { state: 'connecting', connectionId: null };

/** One socket for all that stands below it, in all tabs of the browser; another `who` closes it and opens a new one. */
export function LiveProvider({ who, children }: { who: string; children: ReactNode }) {
  const queries = useQueryClient();
  const [connection, setConnection] = useState(unconnected);
  const [listeners] = useState(() => new Set<Listener>());
  const socket = useRef<LiveSocket>(null);
  const [{ subscribe, tell }] = useState(() => ({
    subscribe: (listener: Listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (event: string, data: object) => socket.current?.tell(event, data),
  }));

  useEffect(() => {
    let isFirst = true;
    let calm: ReturnType<typeof setTimeout> | undefined;
    let callOff = (): void => {};
    const shared = shareLive(who, {
      onConnection: setConnection,
      onConnected: () => {
        // A new session has not heard what happened before it. The first missed a moment only, and the page comes first.
        const catchUp = () => void queries.invalidateQueries();
        if (isFirst) calm = setTimeout(() => (callOff = whenIdle(catchUp)), calmMs);
        else catchUp();
        isFirst = false;
        for (const listener of listeners) listener.onConnected();
      },
      onData: (data) => {
        const event = LiveEvent.safeParse(data);
        if (!event.success) return;
        for (const listener of listeners) listener.onEvent(event.data);
      },
    });
    socket.current = shared;
    return () => {
      clearTimeout(calm);
      callOff();
      shared.close();
      setConnection(unconnected);
    };
  }, [who, queries, listeners]);

  return <LiveContext value={{ connection, subscribe, tell }}>{children}</LiveContext>;
}

function useLiveContext(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('There is no LiveProvider above this component');
  return live;
}

export const useLiveState = (): LiveState => useLiveContext().connection.state;

/** The service's name for the connection that all tabs share: the server is told by it who hears a room. */
export const useConnectionId = (): string | null => useLiveContext().connection.connectionId;

/** Sends an event to the server on the connection; called in every tab, it goes out once. */
export const useTell = (): LiveSocket['tell'] => useLiveContext().tell;

/** Hears every event of the socket; `onConnected` runs at each new session, when something may have been missed. */
export function useLive(onEvent: (event: LiveEvent) => void, onConnected?: () => void): void {
  const { subscribe } = useLiveContext();
  const hear = useEffectEvent(onEvent);
  const catchUp = useEffectEvent(() => onConnected?.());
  useEffect(() => subscribe({ onEvent: (event) => hear(event), onConnected: () => catchUp() }), [subscribe]);
}
