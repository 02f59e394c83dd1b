import { setTimeout as wait } from 'node:timers/promises';
import { WebPubSubClient } from '@azure/web-pubsub-client';
import { LiveEvent } from '#domain/realtime/event.ts';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { emptyStream, hasGap, open, receive, type Stream } from '#domain/rooms/stream.ts';
import type { Person } from '../people/person.ts';
import { untilAnswered } from './until-answered.ts';

export type Tab = ReturnType<typeof openTab>;

/** A room open in somebody's browser, without the browser: the real socket client, and the steps of the room's page. */
export function openTab(person: Person, roomId: string) {
  let stream: Stream = emptyStream;
  let connectionId = '';
  let heard = 0;
  const closing = new AbortController();
  let reading = Promise.resolve();
  const params = { roomId };
  const client = new WebPubSubClient({
    getClientAccessUrl: async () => (await untilAnswered(() => person.call(realtimeRoutes.negotiate))).url,
  });

  /** All after the last message here. */
  const readOn = async (): Promise<void> => {
    const { last } = stream;
    const query = last === null ? {} : { after: last, limit: 200 };
    const page = await untilAnswered(() => person.call(roomRoutes.messages, { params, query }));
    stream = open(stream, page.items);
    if (page.items.length > 0 && (stream.last ?? 0) < page.lastSeq) await readOn();
  };
  const catchUp = (): Promise<void> => (reading = reading.then(readOn));
  const enter = async (): Promise<void> => {
    await person.call(roomRoutes.join, { params }).catch(() => null);
    await catchUp();
  };
  const hear = (data: unknown): void => {
    const event = LiveEvent.safeParse(data).data;
    if (event?.kind !== 'message.sent' || event.roomId !== roomId) return;
    heard += 1;
    stream = receive(stream, [event.message]);
    if (hasGap(stream)) void catchUp();
  };
  const start = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        return await client.start();
      } catch {
        await wait(200);
      }
    }
  };

  client.on('connected', (now) => {
    ({ connectionId } = now);
    void enter();
  });
  client.on('stopped', () => void start());
  client.on('group-message', ({ message }) => hear(message.data));
  client.on('server-message', ({ message }) => hear(message.data));

  return {
    start,
    connectionId: () => connectionId,
    /** How many messages came by the socket. */
    heard: () => heard,
    ids: (): string[] => stream.messages.map(({ id }) => id),
    say: (text: string) => {
      const body = { messageId: crypto.randomUUID(), text };
      return untilAnswered(() => person.call(roomRoutes.send, { params, body }));
    },
    close: () => {
      closing.abort();
      client.stop();
    },
  };
}
