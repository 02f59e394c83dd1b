import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { close as closeServer, listen } from '../listen.ts';
import { checkSignature, localKey, secretOf } from './auth.ts';
import type { Reply } from './call.ts';
import { openCatalog } from './catalog.ts';
import { CosmosError, errors } from './errors.ts';
import { type Faults, replaceFaults } from '../faults.ts';
import { createFaults, type Fault } from './faults.ts';
import { routeFor } from './routes.ts';
import { openStore } from './store.ts';
import { createUsage, type Usage } from './usage.ts';

export { localKey };

export interface LocalCosmos {
  endpoint: string;
  key: string;
  connectionString: string;
  faults: Faults<Fault>;
  close(): Promise<void>;
}

/** `dir` holds the data file; port 0 takes a free one. `now` (milliseconds) is for tests of expiry. */
export async function startCosmos(options: {
  port: number;
  dir: string;
  key?: string;
  now?: () => number;
}): Promise<LocalCosmos> {
  const { port, dir, key = localKey, now = Date.now } = options;
  const secret = secretOf(key);
  const store = openStore(dir, now);
  const catalog = openCatalog(store);
  const faults = createFaults();
  const usage = createUsage();
  let endpoint = '';

  async function work(request: IncomingMessage): Promise<{ reply: Reply; dropAfterCommit: boolean }> {
    const { method = 'GET', headers } = request;
    const text = await textOf(request);
    const segments = segmentsOf(request.url ?? '/');
    if (segments[0] === '_control') return { reply: control({ faults, usage }, method, text), dropAfterCommit: false };
    checkSignature(secret, method, segments, headers);
    const route = routeFor(method, segments, headers);
    if (!route) throw errors.notCovered(`${method} ${segments.filter((_, at) => at % 2 === 0).join('/')}`);
    const { dropAfterCommit } = await faults.strike({ operation: route.operation, container: segments[3] });
    const reply = route.handle({ store, catalog, endpoint, segments, headers, text });
    usage.add(route.operation, reply.charge ?? 1);
    return { reply, dropAfterCommit };
  }

  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    work(request).then(
      ({ reply, dropAfterCommit }) => (dropAfterCommit ? request.socket.destroy() : send(response, reply)),
      (error: unknown) => send(response, refusal(error)),
    );
  });
  const taken = await listen(server, port).catch((error: unknown) => {
    store.close();
    throw error;
  });
  endpoint = `http://127.0.0.1:${taken}/`;

  return {
    endpoint,
    key,
    connectionString: `AccountEndpoint=${endpoint};AccountKey=${key};`,
    faults,
    async close() {
      await closeServer(server);
      store.close();
    },
  };
}

function segmentsOf(url: string): string[] {
  const [path = ''] = url.split('?');
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    throw errors.badRequest('The path is not valid.');
  }
}

/** For other processes: `POST /_control` with `{ "faults": [...] }` replaces all faults, GET tells the usage. */
function control({ faults, usage }: { faults: Faults<Fault>; usage: Usage }, method: string, text: string): Reply {
  if (method === 'GET') return { status: 200, body: JSON.stringify({ usage: usage.read() }) };
  if (method !== 'POST') throw errors.badRequest('The control route takes GET and POST.');
  replaceFaults(faults, text);
  return { status: 204 };
}

function refusal(error: unknown): Reply {
  const known = error instanceof CosmosError ? error : new CosmosError(500, 'InternalServerError', String(error));
  // A 500 is a defect of this stand-in: whoever runs it must see where.
  if (known !== error) console.error(error);
  return {
    status: known.status,
    body: JSON.stringify({ code: known.code, message: known.message }),
    headers: {
      'x-ms-substatus': String(known.substatus),
      ...(known.retryAfterMs !== undefined && { 'x-ms-retry-after-ms': String(known.retryAfterMs) }),
    },
  };
}

function send(response: ServerResponse, { status, body = '', etag, charge = 1, headers }: Reply): void {
  const isEmpty = status === 204 || status === 304;
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-ms-activity-id': randomUUID(),
    'x-ms-request-charge': String(charge),
    'x-ms-version': '2020-07-15',
    ...(etag !== undefined && { etag }),
    ...headers,
    ...(!isEmpty && { 'content-length': Buffer.byteLength(body) }),
  });
  response.end(isEmpty ? undefined : body);
}
