import type { LiveSocket, LiveState } from './live-socket.ts';
import { whenIdle } from './when-idle.ts';

/** The connection as every tab knows it. `connectionId` is null until the first one. */
export type Connection = { state: LiveState; connectionId: string | null };

type Said = { kind: 'hello' } | { kind: 'connection'; connection: Connection } | { kind: 'data'; data: unknown };

type Handlers = {
  onConnection: (connection: Connection) => void;
  /** Another connection than before: something may have been missed. */
  onConnected: () => void;
  onData: (data: unknown) => void;
};

/**
 * One socket for all tabs of a person. The tab that holds the lock opens it and tells the others what it hears; when it
 * closes, the browser gives the lock to another one.
 */
export function shareLive(who: string, { onConnection, onConnected, onData }: Handlers): LiveSocket {
  const channel = new BroadcastChannel(`live ${who}`);
  const closing = new AbortController();
  const over = Promise.withResolvers<void>();
  let socket: LiveSocket | null = null;
  let known: Connection = { state: 'connecting', connectionId: null };

  const say = (said: Said) => channel.postMessage(said);
  const learn = (next: Connection) => {
    if (closing.signal.aborted) return;
    const isOther = next.connectionId !== null && next.connectionId !== known.connectionId;
    known = next;
    onConnection(next);
    if (isOther) onConnected();
  };
  const announce = (change: Partial<Connection>) => {
    const next = { ...known, ...change };
    if (next.state === known.state && next.connectionId === known.connectionId) return;
    learn(next);
    if (!closing.signal.aborted) say({ kind: 'connection', connection: next });
  };

  const hold = async (): Promise<void> => {
    // The page is there before its socket.
    await new Promise<void>((go) => void whenIdle(go, 500));
    const { keepConnected } = await import('./live-socket.ts');
    if (closing.signal.aborted) return;
    socket = keepConnected({
      onState: (state) => announce({ state }),
      onConnected: (connectionId) => announce({ state: 'connected', connectionId }),
      onData: (data) => {
        if (closing.signal.aborted) return;
        onData(data);
        say({ kind: 'data', data });
      },
    });
    return over.promise;
  };
  const hear = (said: Said) => {
    if (said.kind === 'data') onData(said.data);
    else if (said.kind === 'connection') learn(said.connection);
    else if (socket) say({ kind: 'connection', connection: known });
  };

  channel.onmessage = ({ data }: MessageEvent<Said>) => hear(data);
  say({ kind: 'hello' });
  navigator.locks.request(`live ${who}`, { signal: closing.signal }, hold).catch((error: unknown) => {
    if (!closing.signal.aborted) throw error;
  });

  return {
    /** Only the tab with the socket sends: each of them says it, and it goes out once. */
    tell: (event, data) => socket?.tell(event, data),
    close: () => {
      closing.abort();
      socket?.close();
      over.resolve();
      channel.close();
    },
  };
}
