import { WebPubSubClient } from '@azure/web-pubsub-client';
import { LiveEvent } from '#domain/realtime/event.ts';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import type { Person } from '#infra/people/person.ts';

/** The message as each of its words in a chat: as long as a sentence. */
export const sentence =
  'The blue one is my grandmother’s. Is the claw safe, or should it be made again before the wedding?';

/** Hears a room on a socket of its own; `hear` gets the id of each message, at the moment it came. */
export async function hearRoom(person: Person, roomId: string, hear: (messageId: string) => void): Promise<() => void> {
  const client = new WebPubSubClient({
    getClientAccessUrl: async () => (await person.call(realtimeRoutes.negotiate)).url,
  });
  const connected = Promise.withResolvers<string>();
  client.on('connected', ({ connectionId }) => connected.resolve(connectionId));
  client.on('group-message', ({ message }) => {
    const event = LiveEvent.safeParse(message.data).data;
    if (event?.kind === 'entry.added' && event.roomId === roomId) hear(event.entry.id);
  });
  await client.start();
  const body = { connectionId: await connected.promise };
  await person.call(roomRoutes.join, { params: { roomId }, body });
  return () => client.stop();
}

export const say = (person: Person, roomId: string, messageId: string): Promise<unknown> =>
  person.call(roomRoutes.send, { params: { roomId }, body: { messageId, text: sentence } });
