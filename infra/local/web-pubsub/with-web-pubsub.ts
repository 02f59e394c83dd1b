import { once } from 'node:events';
import { WebPubSubServiceClient } from '@azure/web-pubsub';
import {
  type GroupDataMessage,
  type ServerDataMessage,
  WebPubSubClient,
  type WebPubSubClientOptions,
  WebPubSubJsonProtocol,
} from '@azure/web-pubsub-client';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { startWebPubSub, type WebPubSub, type WebPubSubOptions } from './server.ts';

type TokenOptions = { userId?: string; roles?: string[]; groups?: string[] };
export type Message = GroupDataMessage | ServerDataMessage;
export type Person = Awaited<ReturnType<Stage['connect']>>;
export type Stage = ReturnType<typeof newStage>;

/** Runs a test against an endpoint of its own, with both of Azure's SDKs as its clients. */
export const withWebPubSub =
  (test: (stage: Stage) => Promise<void>, options: Partial<WebPubSubOptions> = {}) =>
  async (): Promise<void> => {
    const endpoint = await startWebPubSub({ port: 0, ...options });
    const stage = newStage(endpoint);
    try {
      await test(stage);
    } finally {
      stage.leave();
      await endpoint.close();
    }
  };

function newStage(endpoint: WebPubSub) {
  const server = new WebPubSubServiceClient(endpoint.connectionString, 'crm', {
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
  });
  const clients: WebPubSubClient[] = [];
  const sockets: WebSocket[] = [];

  const urlFor = async (token: TokenOptions): Promise<string> => (await server.getClientAccessToken(token)).url;

  const reopen = async (url: string, subprotocols: string[]) => {
    const socket = new WebSocket(url, subprotocols);
    const frames = newInbox<string>();
    sockets.push(socket);
    socket.on('message', (data: Buffer) => frames.add(data.toString()));
    await once(socket, 'open');
    return { socket, frames };
  };

  return {
    endpoint,
    server,
    urlFor,

    /** A client of the SDK, connected; reliable unless asked otherwise. */
    connect: async (token: TokenOptions = {}, options: WebPubSubClientOptions = {}) => {
      const client = new WebPubSubClient(
        { getClientAccessUrl: () => urlFor(token) },
        { messageRetryOptions: { maxRetries: 0 }, reconnectRetryOptions: { retryDelayInMs: 10 }, ...options },
      );
      const person = newPerson(client);
      clients.push(client);
      await client.start();
      await person.connections.at(1);
      return person;
    },

    /** A socket without the SDK. */
    open: async (token: TokenOptions = {}, subprotocols: string[] = []) => reopen(await urlFor(token), subprotocols),
    reopen,

    leave: (): void => {
      for (const client of clients) client.stop();
      for (const socket of sockets) socket.terminate();
    },
  };
}

export const plainJson: WebPubSubClientOptions = { protocol: WebPubSubJsonProtocol() };

function newPerson(client: WebPubSubClient) {
  const messages = newInbox<Message>();
  const connections = newInbox<string>();
  const disconnections = newInbox<string | undefined>();
  client.on('connected', ({ connectionId }) => connections.add(connectionId));
  client.on('disconnected', ({ message }) => disconnections.add(message?.message));
  client.on('group-message', ({ message }) => messages.add(message));
  client.on('server-message', ({ message }) => messages.add(message));
  return {
    client,
    messages,
    connections,
    disconnections,
    /** The id of the session the client has now. */
    connectionId: () => connections.all.at(-1) ?? '',
  };
}

/** How the socket ends, which it may already be about to. */
export const closeOf = (socket: WebSocket): Promise<{ code: number; reason: string }> =>
  new Promise((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });

const Connected = z.object({ connectionId: z.string(), reconnectionToken: z.string() });

/** What a reliable client needs to come back, from its first frame. */
export function recoveryQuery(connected: string | undefined): string {
  const { connectionId, reconnectionToken } = Connected.parse(JSON.parse(connected ?? ''));
  return `awps_connection_id=${connectionId}&awps_reconnection_token=${reconnectionToken}`;
}

/** What has come so far, and a promise of what comes next: tests wait for events, not for time. */
export function newInbox<T>() {
  const all: T[] = [];
  const waiting: { count: number; resolve: (items: T[]) => void }[] = [];
  return {
    all,
    add(item: T): void {
      all.push(item);
      for (const { count, resolve } of waiting) if (all.length >= count) resolve(all);
    },
    /** All items, once there are this many. */
    at: (count: number): Promise<T[]> =>
      all.length >= count ? Promise.resolve(all) : new Promise((resolve) => waiting.push({ count, resolve })),
  };
}
