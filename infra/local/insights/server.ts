import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { close, listen } from '../listen.ts';
import { Envelope } from './envelope.ts';
import { itemsPage, stylesheet } from './items-page.ts';
import { type InsightsStore, openInsightsStore } from './store.ts';

export interface LocalInsights {
  /** The page of what was told, `/items` as JSON, and where the exporter sends. */
  url: string;
  connectionString: string;
  /** Everything that was received, a line of JSON each. */
  file: string;
  close: () => Promise<void>;
}

const instrumentationKey = '11111111-1111-4111-8111-111111111111';

/** Takes what the exporter of Azure Monitor sends, and answers when it is on disk. */
export async function startInsights({ port, dir }: { port: number; dir: string }): Promise<LocalInsights> {
  const store = await openInsightsStore(dir);
  const server = createServer((request, response) => void answer(store, request, response));
  // The exporter also asks a service of Microsoft's for settings of its own. Here that is a door which does not open.
  server.on('connect', (_request, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
  const url = `http://127.0.0.1:${await listen(server, port)}`;
  return {
    url,
    connectionString: `InstrumentationKey=${instrumentationKey}`,
    file: store.file,
    close: () => close(server),
  };
}

async function answer(store: InsightsStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const wanted = Object.fromEntries(url.searchParams);
  const route = `${request.method} ${url.pathname}`;
  if (route === 'POST /v2.1/track') return track(store, request, response);
  if (route === 'GET /') return send(response, 200, 'text/html', itemsPage(await store.list(wanted)));
  if (route === 'GET /insights.css') return send(response, 200, 'text/css', stylesheet);
  if (route === 'GET /items') return send(response, 200, 'application/json', JSON.stringify(await store.list(wanted)));
  return send(response, 501, 'text/plain', `${route} is not known here`);
}

/** As the service: what can be read is taken, the rest is named by its place. */
async function track(store: InsightsStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { data: received } = z.array(z.unknown()).safeParse(parsed(await text(request)));
  if (!received) return send(response, 400, 'application/json', JSON.stringify(verdict(0, [])));
  const read = received.map((one) => Envelope.safeParse(one));
  await store.add(read.flatMap(({ data }) => data ?? []));
  const errors = read.flatMap(({ error }, index) =>
    error ? [{ index, statusCode: 400, message: z.prettifyError(error) }] : [],
  );
  return send(
    response,
    errors.length > 0 ? 206 : 200,
    'application/json',
    JSON.stringify(verdict(read.length, errors)),
  );
}

const verdict = (itemsReceived: number, errors: readonly object[]) => ({
  itemsReceived,
  itemsAccepted: itemsReceived - errors.length,
  errors,
});

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
}
