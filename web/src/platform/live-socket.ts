import { WebPubSubClient } from '@azure/web-pubsub-client';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { call } from './call.ts';
import { statusOf } from './queries.ts';

export type LiveState = 'connecting' | 'connected' | 'reconnecting';

type Handlers = {
  onState: (state: LiveState) => void;
  /** A new session, not a recovered one: what was sent in between is lost to it. */
  onConnected: () => void;
  onData: (data: unknown) => void;
};

const longestPauseMs = 30_000;

/** Holds the socket open until the returned function is called. */
export function keepConnected({ onState, onConnected, onData }: Handlers): () => void {
  // A function, because an address lives minutes and every reconnect needs a fresh one.
  const client = new WebPubSubClient({
    getClientAccessUrl: async () => (await call(realtimeRoutes.negotiate)).url,
  });
  let closed = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const start = (pauseMs: number) => {
    client.start().catch((error: unknown) => {
      if (closed || statusOf(error) === 401) return;
      onState('reconnecting');
      pause = setTimeout(start, pauseMs, Math.min(pauseMs * 2, longestPauseMs));
    });
  };
  // The client says nothing while it recovers a session; the browser knows at once that the network is gone.
  const onOffline = () => onState('reconnecting');
  const onOnline = () => onState('connected');

  client.on('connected', () => {
    onState('connected');
    onConnected();
  });
  client.on('disconnected', () => onState('reconnecting'));
  client.on('stopped', () => {
    if (!closed) start(1000);
  });
  client.on('server-message', ({ message }) => onData(message.data));
  client.on('group-message', ({ message }) => onData(message.data));
  window.addEventListener('offline', onOffline);
  window.addEventListener('online', onOnline);
  start(1000);

  return () => {
    closed = true;
    clearTimeout(pause);
    window.removeEventListener('offline', onOffline);
    window.removeEventListener('online', onOnline);
    client.stop();
  };
}
