import { setTimeout as wait } from 'node:timers/promises';
import { WebPubSubClient } from '@azure/web-pubsub-client';
import { LiveEvent } from '#domain/realtime/event.ts';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import type { Message } from '#domain/rooms/message.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { catchUp, emptyStream, hasGap, mergeReceipts, open, receive, type Stream } from '#domain/rooms/stream.ts';
import type { Person } from '../people/person.ts';
import { newOutbox } from './outbox.ts';
import { untilAnswered } from './until-answered.ts';

export type Tab = ReturnType<typeof openTab>;

/** A room open in somebody's browser, without the browser: the real socket client, and the steps of the room's page. */
export function openTab(person: Person, { roomId, memberId }: { roomId: string; memberId: string }) {
  let stream: Stream = emptyStream;
  let connectionId = '';
  let heard = 0;
  let isOffline = false;
  let outages = 0;
  let client: WebPubSubClient | null = null;
  const entered = Promise.withResolvers<void>();
  let reading = Promise.resolve();
  const params = { roomId };

  /** As `fetch` does it where there is no network; what comes back after the network went is lost. */
  const online = async <T>(ask: () => Promise<T>): Promise<T> => {
    if (isOffline) throw new TypeError('There is no network');
    const before = outages;
    const answer = await ask();
    if (outages > before) throw new TypeError('The network went');
    return answer;
  };
  const ask = <T>(work: () => Promise<T>): Promise<T> => untilAnswered(() => online(work));
  const outbox = newOutbox((body) => ask(() => person.call(roomRoutes.send, { params, body })));

  /** All that changed after the last change here. */
  const readOn = async (): Promise<void> => {
    const { last } = stream;
    const query = last === null ? {} : { after: last, limit: 200 };
    const page = await ask(() => person.call(roomRoutes.messages, { params, query }));
    stream = last === null ? open(stream, page) : catchUp(stream, last, page);
    if (hasGap(stream) && stream.last !== last) await readOn();
  };
  const read = (): Promise<void> => (reading = reading.then(readOn));
  const enter = async (): Promise<void> => {
    const body = { connectionId };
    await online(() => person.call(roomRoutes.join, { params, body })).catch(() => null);
    await read();
    entered.resolve();
  };
  const hear = (data: unknown): void => {
    const event = LiveEvent.safeParse(data).data;
    if (!event || !('roomId' in event) || event.roomId !== roomId) return;
    if (event.kind === 'receipt.changed') stream = mergeReceipts(stream, { [event.memberId]: event.receipt });
    if (event.kind !== 'entry.added' && event.kind !== 'entry.changed') return;
    heard += 1;
    stream = receive(stream, [event.entry]);
    if (hasGap(stream)) void read();
  };
  /** A client that is stopped while it recovers goes on: each time online has one of its own, and only it is heard. */
  const connect = async (): Promise<void> => {
    const mine = new WebPubSubClient({
      getClientAccessUrl: async () => (await online(() => person.call(realtimeRoutes.negotiate))).url,
    });
    client = mine;
    mine.on('connected', (now) => {
      if (client !== mine) return;
      ({ connectionId } = now);
      void enter();
    });
    mine.on('stopped', () => void start(mine));
    mine.on('group-message', ({ message }) => client === mine && hear(message.data));
    mine.on('server-message', ({ message }) => client === mine && hear(message.data));
    await start(mine);
  };
  const start = async (mine: WebPubSubClient): Promise<void> => {
    const isMine = () => client === mine;
    while (isMine()) {
      try {
        return await mine.start();
      } catch {
        await wait(200);
      }
    }
  };
  const disconnect = (): void => {
    client?.stop();
    client = null;
  };

  const one = (messageId: string) => ({ roomId, messageId });
  return {
    memberId,
    /** Until the room is heard and read. */
    start: async (): Promise<void> => {
      await connect();
      await entered.promise;
    },
    connectionId: () => connectionId,
    /** How many entries came by the socket. */
    heard: () => heard,
    stream: () => stream,
    messages: (): Message[] => stream.entries.filter((entry) => entry.kind === 'message'),
    /** Resolves when it is stored, which for what is said offline is later. */
    say: (text: string) => outbox.add(text),
    edit: (messageId: string, text: string) =>
      ask(() => person.call(roomRoutes.edit, { params: one(messageId), body: { text } })),
    remove: (messageId: string) => ask(() => person.call(roomRoutes.remove, { params: one(messageId) })),
    react: (messageId: string, emoji: string, on: boolean) =>
      ask(() => person.call(roomRoutes.react, { params: one(messageId), body: { emoji, on } })),
    /** All that is shown. */
    markRead: () => {
      const body = { read: stream.entries.at(-1)?.seq ?? 0 };
      return ask(() => person.call(roomRoutes.receipt, { params, body }));
    },
    goOffline: (): void => {
      isOffline = true;
      outages += 1;
      disconnect();
    },
    goOnline: async (): Promise<void> => {
      isOffline = false;
      await connect();
    },
    close: disconnect,
  };
}
