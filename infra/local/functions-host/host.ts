import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { close, listen } from '../listen.ts';
import { answerAdmin, isAdminPath } from './admin.ts';
import { triggerOf } from './bindings.ts';
import { readHostJson } from './host-json.ts';
import { httpTriggers } from './http/http-trigger.ts';
import { captureStreamProxy } from './http/stream-proxy.ts';
import { createInvoker } from './invocation.ts';
import type { HostContext, Listener, Triggered } from './listener.ts';
import { loadApp } from './load-app.ts';
import { hostLog, messageOf, showFrom, textOf } from './log.ts';
import { endRegistration, functions, runAppHooks } from './registry.ts';
import type { Settings } from './settings.ts';

/** Above what a proxy in front keeps its own: it must be the one that closes an idle connection. */
const keepAliveTimeout = 65_000;

type Options = { app: string; port: number; settings: Settings; graceMs: number };

/** Loads the app, then listens. Everything that can be refused is refused before the first function runs. */
export async function startHost({ app, port, settings, graceMs }: Options) {
  const hostJson = await readHostJson(app, settings);
  showFrom(hostJson.logging.logLevel);

  await loadApp(app);
  await runAppHooks('appStart', { functionAppDirectory: app });
  const model = endRegistration();
  const proxy = await captureStreamProxy(() => model.getCapabilities({}));
  if (!proxy) throw new Error('The app does not stream: call app.setup({ enableHttpStream: true }).');

  const invoker = createInvoker({ model, timeoutMs: hostJson.functionTimeout });
  const context = { hostJson, settings, invoker };
  const triggers = [...functions.values()].map((fn) => triggerOf(fn, settings));
  const isHttp = ({ binding }: Triggered) => binding.type === 'httpTrigger';
  const answer = httpTriggers(triggers.filter(isHttp), proxy, context);
  const listeners = new Map<string, Listener>();
  for (const triggered of triggers) {
    if (!isHttp(triggered)) listeners.set(triggered.fn.name, await listenerFor(triggered, context));
  }

  let isStopping = false;
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    if (isStopping) return response.writeHead(503, { connection: 'close' }).end();
    const answering = isAdminPath(request.url ?? '')
      ? answerAdmin(request, response, listeners)
      : answer(request, response);
    return void answering.catch((error: unknown) => {
      hostLog('error', textOf(error));
      response.destroy();
    });
  });
  const url = `http://127.0.0.1:${await listen(server, port)}`;
  for (const listener of listeners.values()) listener.start();

  return {
    url,
    /** Takes nothing new, gives what runs its time to end, then goes. */
    async stop() {
      isStopping = true;
      server.close();
      const ended = Promise.all([...[...listeners.values()].map((listener) => listener.stop()), invoker.idle()]);
      await Promise.race([ended, wait(graceMs)]);
      for (const listener of listeners.values()) await listener.release?.();
      await runAppHooks('appTerminate', {});
      await close(server);
    },
  };
}

/** The SDKs are loaded where a function needs them: they take most of the start. */
async function listenerFor(triggered: Triggered, context: HostContext): Promise<Listener> {
  const { fn, binding } = triggered;
  try {
    switch (binding.type) {
      case 'timerTrigger':
        return await (await import('./timer/timer-trigger.ts')).timerTrigger(triggered, context);
      case 'queueTrigger':
        return await (await import('./queue/queue-trigger.ts')).queueTrigger(triggered, context);
      case 'cosmosDBTrigger':
        return await (await import('./feed/feed-trigger.ts')).cosmosDBTrigger(triggered, context);
      default:
        throw new Error(`the trigger ${binding.type} is not known to this local host`);
    }
  } catch (error) {
    throw new Error(`${fn.name} cannot start: ${messageOf(error)}`, { cause: error });
  }
}
