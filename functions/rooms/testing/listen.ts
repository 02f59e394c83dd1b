import { WebPubSubClient } from '@azure/web-pubsub-client';
import { LiveEvent } from '#domain/realtime/event.ts';
import { socketAddressFor } from '#functions/platform/pubsub.ts';
import type { Work } from '#functions/work.ts';

/** A socket as a browser opens it. `until` waits for the next event of a kind. */
export async function listen({ caller }: Work) {
  const client = new WebPubSubClient(
    { getClientAccessUrl: () => socketAddressFor(caller) },
    { messageRetryOptions: { maxRetries: 0 } },
  );
  const heard: LiveEvent[] = [];
  const waiting = new Map<string, () => void>();
  const connected = Promise.withResolvers<string>();
  const hear = ({ message }: { message: { data: unknown } }): void => {
    // Whatever else somebody might slip in is no event of ours.
    const event = LiveEvent.parse(message.data);
    heard.push(event);
    waiting.get(event.kind)?.();
  };
  client.on('connected', ({ connectionId }) => connected.resolve(connectionId));
  client.on('server-message', hear);
  client.on('group-message', hear);
  await client.start();
  const connectionId = await connected.promise;
  return {
    client,
    connectionId,
    heard,
    kinds: () => heard.map(({ kind }) => kind),
    until: (kind: LiveEvent['kind']): Promise<void> => new Promise((resolve) => waiting.set(kind, resolve)),
    stop: () => client.stop(),
  };
}

export type Listener = Awaited<ReturnType<typeof listen>>;

/** Until all that was sent to a person before has come: what was not heard by then was not sent. */
export async function quiet({ live }: Work, memberId: string, listener: Listener): Promise<void> {
  const told = listener.until('member.verified');
  await live.toMember(memberId, { kind: 'member.verified' });
  await told;
}
