import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { commonOptions, parseOptions } from '../bindings.ts';
import type { RpcData } from '../core-types.ts';
import type { HostContext, Triggered } from '../listener.ts';
import { hostLog } from '../log.ts';
import { defaultBodyLimit, isDeclaredTooLarge, limitBody } from './body-limit.ts';
import { routeTable, type Route } from './routes.ts';
import type { StreamProxy } from './stream-proxy.ts';

const HttpOptions = z.strictObject({
  ...commonOptions,
  route: z.string().optional(),
  methods: z.array(z.string().toUpperCase()),
  authLevel: z.literal('anonymous', { error: 'only "anonymous" is known here: this host has no function keys' }),
});

/** Answers every request that is not the admin API's. */
export function httpTriggers(triggers: Triggered[], proxy: StreamProxy, { hostJson, settings, invoker }: HostContext) {
  const prefix = hostJson.extensions.http.routePrefix;
  const match = routeTable(triggers.map((triggered) => routeOf(triggered, prefix)));
  const bodyLimit = Number(settings['FUNCTIONS_REQUEST_BODY_SIZE_LIMIT'] ?? defaultBodyLimit);

  return async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const found = match(method, new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!found) return void response.writeHead(404).end();
    if (isDeclaredTooLarge(request, bodyLimit)) return void response.writeHead(413, { connection: 'close' }).end();

    const { fn, bindingName } = found.target;
    const invocationId = randomUUID();
    const triggerMetadata = metadataOf(request, found.params);
    const traceContext = {
      traceParent: String(request.headers['traceparent'] ?? ''),
      traceState: String(request.headers['tracestate'] ?? ''),
      attributes: {},
    };
    let failure = 500;
    const limited = limitBody(request, bodyLimit, () => (failure = 413));
    proxy({ invocationId, host: request.headers.host ?? 'localhost', request: limited, response });

    const outcome = () => (response.headersSent ? String(response.statusCode) : 'no response');
    const inputData = [{ name: bindingName, data: { http: {} } }];
    try {
      await invoker.invoke(fn, { invocationId, inputData, triggerMetadata, traceContext, outcome });
    } catch {
      return fail(response, failure);
    }
    if (response.headersSent) return;
    // In Azure the caller waits here until the gateway gives up.
    hostLog('error', 'The function returned no response.', fn.name);
    fail(response, 500);
  };
}

function routeOf(triggered: Triggered, prefix: string): Route<Triggered> {
  const { route, methods } = parseOptions(HttpOptions, triggered);
  return { methods, template: `${prefix}/${route ?? triggered.fn.name}`, target: triggered };
}

/** In streaming mode the library takes headers and route parameters from here, and the rest from the request. */
function metadataOf(request: IncomingMessage, params: Record<string, string>): Record<string, RpcData> {
  const fromRoute = Object.entries(params).map(([name, value]) => [name, { string: value }]);
  return { Headers: { json: JSON.stringify(request.headers) }, ...Object.fromEntries(fromRoute) };
}

/** Half an answer cannot be taken back: the cut connection says that it failed. */
function fail(response: ServerResponse, status: number) {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, status === 413 ? { connection: 'close' } : {}).end();
}
