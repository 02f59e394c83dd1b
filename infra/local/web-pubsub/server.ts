import { createServer } from 'node:http';
import { close, listen } from '../listen.ts';
import { type Fault, newFaults } from './faults.ts';
import { answerRest } from './rest.ts';
import { azureLimits, connectionsOf, type Limits, type Service } from './service.ts';
import { forgetSession } from './sessions.ts';
import { newUpgrades } from './upgrades.ts';
import { newUpstream, type SystemEvent } from './upstream.ts';

export type WebPubSubOptions = {
  port: number;
  key?: string;
  secondaryKey?: string;
  /** Where the events of a hub go. The URL may hold {hub} and {event}. */
  upstream?: (hub: string) => string | undefined;
  systemEvents?: SystemEvent[];
  limits?: Partial<Limits>;
};
export type WebPubSub = Awaited<ReturnType<typeof startWebPubSub>>;

const localKey = 'local-web-pubsub-key-of-this-machine-only';

/** Azure Web PubSub on this machine. Everything is in memory: a restart forgets all sessions. */
export async function startWebPubSub(options: WebPubSubOptions) {
  const { key = localKey, secondaryKey, upstream, systemEvents = ['connect', 'connected', 'disconnected'] } = options;
  const keys = [key, ...(secondaryKey === undefined ? [] : [secondaryKey])] as const;
  const service: Service = {
    keys,
    limits: { ...azureLimits, ...options.limits },
    upstream: newUpstream({ keys, urlFor: upstream ?? (() => undefined), systemEvents }),
    faults: newFaults(),
    hubs: new Map(),
  };
  const upgrades = newUpgrades(service);

  const start = async (port: number) => {
    const server = createServer((request, response) => void answerRest(service, request, response));
    server.on('upgrade', (request, stream, head) => upgrades.handle(request, stream, head));
    return { server, port: await listen(server, port) };
  };
  const stop = async () => {
    for (const connection of connectionsOf(service)) forgetSession(connection);
    const closed = close(running.server);
    upgrades.cutAll();
    await closed;
  };

  let running = await start(options.port);
  const endpoint = `http://127.0.0.1:${running.port}`;

  return {
    endpoint,
    connectionString: `Endpoint=${endpoint};AccessKey=${key};Version=1.0;`,
    close: stop,

    faults: {
      add: (fault: Fault): void => service.faults.add(fault),
      clear: (): void => service.faults.clear(),
      met: (): number => service.faults.met(),

      /** Every client sees its connection break, or only this one; reliable ones find their session again. */
      cut: (connectionId?: string): void => {
        if (connectionId === undefined) upgrades.cutAll();
        else
          connectionsOf(service)
            .find(({ id }) => id === connectionId)
            ?.socket?.terminate();
      },

      /** The session is gone and its client is cut: recovery meets an unknown session. */
      forget(connectionId: string): void {
        const connection = connectionsOf(service).find(({ id }) => id === connectionId);
        if (!connection) throw new Error(`There is no connection '${connectionId}'.`);
        forgetSession(connection);
        connection.socket?.terminate();
      },

      /** All sessions are gone, and the endpoint is back at the same address. */
      async restart(): Promise<void> {
        await stop();
        running = await start(running.port);
      },
    },
  };
}
