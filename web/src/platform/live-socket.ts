import { WebPubSubClient } from '@azure/web-pubsub-client';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { call } from './call.ts';
import { statusOf } from './queries.ts';
import { pingEveryMs, watchWire } from './wire-watch.ts';

export type LiveState = 'connecting' | 'connected' | 'reconnecting';

type Handlers = {
  onState: (state: LiveState) => void;
  /** A new session, not a recovered one: what was sent in between is lost to it. */
  onConnected: (connectionId: string) => void;
  onData: (data: unknown) => void;
};
export type LiveSocket = {
  /** Sends an event to the server; what cannot be sent now is not sent later. */
  tell: (event: string, data: object) => void;
  close: () => void;
};

const longestPauseMs = 30_000;

/** Holds the socket open until it is closed. */
export function keepConnected({ onState, onConnected, onData }: Handlers): LiveSocket {
  const wire = watchWire({
    // A client that is stopped while it comes back comes back all the same: it is stopped again.
    onSign: () => (closed ? client.stop() : onState('connected')),
    onSilence: () => onState('reconnecting'),
  });
  // A function, because an address lives minutes and every reconnect needs a fresh one.
  const client = new WebPubSubClient(
    { getClientAccessUrl: async () => (await call(realtimeRoutes.negotiate)).url },
    {
      protocol: wire.protocol,
      keepAliveIntervalInMs: pingEveryMs,
      keepAliveTimeoutInMs: 3 * pingEveryMs,
      // It would ask for an address for ever, also after a sign-out and when it is stopped: `start` asks here.
      reconnectRetryOptions: { maxRetries: 0 },
    },
  );
  let closed = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const start = (pauseMs: number) => {
    client.start().catch((error: unknown) => {
      if (closed || statusOf(error) === 401) return;
      onState('reconnecting');
      pause = setTimeout(start, pauseMs, Math.min(pauseMs * 2, longestPauseMs));
    });
  };
  // The browser knows at once that the network is gone; that it is back is believed when the service is heard.
  const onOffline = () => onState('reconnecting');

  client.on('connected', ({ connectionId }) => onConnected(connectionId));
  client.on('disconnected', () => onState('reconnecting'));
  client.on('stopped', () => {
    if (!closed) start(1000);
  });
  client.on('server-message', ({ message }) => onData(message.data));
  client.on('group-message', ({ message }) => onData(message.data));
  window.addEventListener('offline', onOffline);
  start(1000);

  return {
    tell: (event, data) => void client.sendEvent(event, data, 'json', { fireAndForget: true }).catch(() => undefined),
    close: () => {
      closed = true;
      clearTimeout(pause);
      wire.stop();
      window.removeEventListener('offline', onOffline);
      client.stop();
    },
  };
}
