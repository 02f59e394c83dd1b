import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type ClientRequest, createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { close, listen } from '../listen.ts';
import { headersFor, matches, readSiteConfig, type SiteConfig } from './site-config.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

// Longer than clients keep theirs: a connection closed while a request is on its way loses the request.
const keepAliveTimeout = 65_000;

/** The built site with Static Web Apps' routing, and `/api/*` handed on to the functions host as a linked backend does. */
export async function startWeb({ port, site, api }: { port: number; site: string; api: () => string }) {
  const config = await readSiteConfig(site);
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    const path = pathOf(request);
    if (path === null) {
      response.writeHead(400, config.globalHeaders).end('Not an address');
      return;
    }
    const work = path.startsWith('/api/') ? handOn(request, response, api()) : sendFile(config, site, path, response);
    work.catch((error: unknown) => fail(response, error));
  });
  const taken = await listen(server, port);
  // Browsers give cookies marked Secure to http://localhost only, never to an address.
  return { origin: `http://localhost:${taken}`, close: () => close(server) };
}

/** Null when it cannot be read: `//` is no address, and `%ff` no text. */
function pathOf(request: IncomingMessage): string | null {
  try {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    decodeURIComponent(path.startsWith('/api/') ? '' : path);
    return path;
  } catch {
    return null;
  }
}

async function sendFile(config: SiteConfig, site: string, path: string, response: ServerResponse): Promise<void> {
  const file = await fileAt(site, path);
  const isFallback = !file && !config.navigationFallback.exclude.some((pattern) => matches(pattern, path));
  const found = file ?? (isFallback ? join(site, config.navigationFallback.rewrite) : null);
  if (!found) {
    response.writeHead(404, config.globalHeaders).end('Not found');
    return;
  }
  const type = config.mimeTypes[extname(found)] ?? types[extname(found)] ?? 'application/octet-stream';
  response.writeHead(200, {
    ...headersFor(config, file ? path : config.navigationFallback.rewrite),
    'content-type': type,
  });
  createReadStream(found).pipe(response);
}

async function fileAt(site: string, path: string): Promise<string | null> {
  const asked = join(site, normalize(decodeURIComponent(path === '/' ? '/index.html' : path)));
  if (!asked.startsWith(`${site}${sep}`)) return null;
  const found = await stat(asked).catch(() => null);
  return found?.isFile() ? asked : null;
}

async function handOn(request: IncomingMessage, response: ServerResponse, api: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const forwarded = {
    ...request.headers,
    'x-forwarded-host': request.headers.host,
    'x-forwarded-for': [request.headers['x-forwarded-for'], request.socket.remoteAddress].filter(Boolean).join(', '),
  };
  const onward = ask(`${api}${request.url}`, { method: request.method, headers: forwarded }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.once('end', () => {
      stopSending(request, onward);
      resolve();
    });
    answer.once('error', reject);
  });
  onward.once('error', reject);
  request.pipe(onward);
  await promise;
}

/** An answer may come before the whole request was read: the rest is thrown away, or the connection hangs. */
function stopSending(request: IncomingMessage, onward: ClientRequest): void {
  if (onward.writableFinished) return;
  request.unpipe(onward);
  request.resume();
  onward.destroy();
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const problem = {
    type: '/problems/unavailable',
    title: 'The API does not answer',
    status: 502,
    detail: String(error),
  };
  response.writeHead(502, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
}
