import { WebPubSubClient } from '@azure/web-pubsub-client';
import { LiveEvent } from '#domain/realtime/event.ts';
import { callerOf } from '#functions/platform/caller.ts';
import { socketAddressFor } from '#functions/platform/pubsub.ts';
import type { Visitor } from './visitor.ts';

/** An open page of a visitor: its socket, opened again as the browser does it while the session goes on. */
export async function openTab(visitor: Visitor) {
  const heard: LiveEvent['kind'][] = [];
  const waiting = new Map<string, () => void>();
  const happened = (what: string): void => waiting.get(what)?.();
  let connections = 0;

  const client = new WebPubSubClient({
    getClientAccessUrl: async () => {
      const caller = await callerOf(visitor.visit());
      if (!caller) {
        happened('refused');
        throw new Error('The session is over');
      }
      return socketAddressFor(caller);
    },
  });
  const until = (what: LiveEvent['kind'] | 'connected' | 'refused'): Promise<void> =>
    new Promise((resolve) => waiting.set(what, resolve));
  const hear = ({ message }: { message: { data: unknown } }): void => {
    const { kind } = LiveEvent.parse(message.data);
    heard.push(kind);
    happened(kind);
  };
  client.on('connected', () => {
    connections += 1;
    happened('connected');
  });
  client.on('server-message', hear);
  client.on('group-message', hear);
  const connected = until('connected');
  await client.start();
  await connected;
  return { heard, until, connections: () => connections, close: () => client.stop() };
}
