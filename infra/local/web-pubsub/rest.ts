import type { IncomingMessage, ServerResponse } from 'node:http';
import { replaceFaults } from '../faults.ts';
import { Refusal } from './refusal.ts';
import type { Answer } from './rest-call.ts';
import { routes } from './rest-routes.ts';
import { hubNamed, type Service } from './service.ts';
import { bearerOf, claimsFor } from './tokens.ts';

export async function answerRest(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, json, isCut } = await answerTo(service, request).catch(refused);
  if (isCut) {
    request.socket.destroy();
    return;
  }
  // Not application/json: the SDK would then show its own words instead of this text.
  const headers =
    status < 400 ? { 'Content-Type': 'application/json' } : { 'Content-Type': 'application/problem+json' };
  response.writeHead(status, json === undefined ? {} : headers);
  response.end(json === undefined ? undefined : JSON.stringify(json));
}

async function answerTo(service: Service, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const body = await bodyOf(request, service.limits.messageBytes);
  if (url.pathname === '/api/health') return { status: 200 };

  if (url.pathname === '/_control') {
    replaceFaults(service.faults, body.toString());
    return { status: 204 };
  }
  const { dropAfterCommit } = await service.faults.strikeRequest();
  claimsFor(url, bearerOf(request), service.keys);

  const [hubName, path] = hubAndPath(url);
  for (const { method, pattern, answer } of routes) {
    const match = request.method === method && pattern.exec(path);
    if (!match) continue;
    const params = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    const contentType = request.headers['content-type'] ?? '';
    const answered = answer({
      service,
      hub: hubNamed(service, hubName),
      params: Object.fromEntries(params),
      url,
      body,
      contentType,
    });
    return { ...answered, isCut: dropAfterCommit };
  }
  throw new Refusal(501, `${request.method} ${url.pathname} is not covered here.`);
}

function hubAndPath({ pathname }: URL): [string, string] {
  const [, hubName, path] = /^\/api\/hubs\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
  if (!hubName || !path) throw new Refusal(404, 'There is no such resource.');
  return [decodeURIComponent(hubName), path];
}

async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw new Refusal(413, `The body is larger than ${limit} bytes.`);
  return Buffer.concat(chunks);
}

const codes: Record<number, string> = { 400: 'Error.BadRequest', 401: 'Error.Unauthorized', 404: 'Error.NotFound' };

function refused(error: unknown): Answer {
  const status = error instanceof Refusal ? error.status : 500;
  const message = error instanceof Error ? error.message : String(error);
  return { status, json: { code: codes[status] ?? `Error.${status}`, message } };
}
