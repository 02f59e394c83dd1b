import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { close, listen } from '../listen.ts';
import { handOn } from './hand-on.ts';
import { headersFor, mayFallBack, parseSiteConfig, type SiteConfig } from './site-config.ts';
import { encodingFor, type SiteFile, siteFiles } from './site-files.ts';

// Longer than clients keep theirs: a connection closed while a request is on its way loses the request.
const keepAliveTimeout = 65_000;

type Web = { port: number; site: string; config: string; api: () => string };

/**
 * The built site as Static Web Apps serves it, and `/api/*` handed on to the functions host as a linked backend.
 * `config` is the text of staticwebapp.config.json.
 */
export async function startWeb({ port, site, config: text, api }: Web) {
  const config = parseSiteConfig(text);
  const pages = { config, find: siteFiles(site, config.mimeTypes) };
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    const path = pathOf(request);
    if (path === null) {
      response.writeHead(400, config.globalHeaders).end('Not an address');
      return;
    }
    const work = path.startsWith('/api/') ? handOn(request, response, api()) : answer(pages, path, request, response);
    work.catch((error: unknown) => fail(response, error));
  });
  const taken = await listen(server, port);
  // Browsers give cookies marked Secure to http://localhost only, never to an address.
  return { origin: `http://localhost:${taken}`, close: () => close(server) };
}

/** As text, but the API's as it came. Null when it cannot be read: `//` is no address, and `%ff` no text. */
function pathOf(request: IncomingMessage): string | null {
  try {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    return pathname.startsWith('/api/') ? pathname : decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

type Pages = { config: SiteConfig; find: (path: string) => Promise<SiteFile | null> };

async function answer({ config, find }: Pages, path: string, request: IncomingMessage, response: ServerResponse) {
  const headers = headersFor(config, path);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end();
    return;
  }
  const file = (await find(path)) ?? (mayFallBack(config, path) ? await find(config.navigationFallback.rewrite) : null);
  // Not with the headers of its route: what is missing now must not be kept for a year.
  if (!file) response.writeHead(404, config.globalHeaders).end('Not found');
  else await send(file, headers, request, response);
}

async function send(
  file: SiteFile,
  ofRoute: Record<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { etag, type, isCompressed } = file;
  const headers = { ...ofRoute, etag, ...(isCompressed && { vary: 'Accept-Encoding' }) };
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim());
  if (known?.some((one) => one === etag || one === '*')) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = isCompressed ? encodingFor(request.headers['accept-encoding']) : 'identity';
  const bytes = await file.as(encoding);
  response.writeHead(200, {
    ...headers,
    'content-type': type,
    'content-length': bytes.length,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
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
