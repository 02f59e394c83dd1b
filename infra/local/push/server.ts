import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { close, listen } from '../listen.ts';
import { refusalOf } from './check-vapid.ts';

/** A message as it came: nobody here can read its body. */
export type PushedMessage = { subscription: string; at: string; headers: Record<string, string>; body: string };

export interface LocalPush {
  url: string;
  close: () => Promise<void>;
}

/** RFC 8030 section 4.1, and 8291: a push service may refuse what is larger. */
const mostBytes = 4096;

/** A browser's push service: takes messages at `/push/{subscription}`, and hands them out to tests. */
export async function startPush({ port }: { port: number }): Promise<LocalPush> {
  const service = { messages: [] as PushedMessage[], gone: new Set<string>(), origin: '' };
  const server = createServer((request, response) => void answer(service, request, response));
  service.origin = `http://127.0.0.1:${await listen(server, port)}`;
  return { url: service.origin, close: () => close(server) };
}

type Service = { messages: PushedMessage[]; gone: Set<string>; origin: string };

async function answer(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', service.origin);
  const subscription = /^\/push\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (subscription && request.method === 'POST') return receive(service, { subscription, request, response });
  if (subscription && request.method === 'DELETE') {
    service.gone.add(subscription);
    response.writeHead(204).end();
    return;
  }
  if (url.pathname === '/messages' && request.method === 'GET') {
    const of = url.searchParams.get('subscription');
    const found = service.messages.filter((message) => message.subscription === of);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
    return;
  }
  response.writeHead(404).end();
}

type Received = { subscription: string; request: IncomingMessage; response: ServerResponse };

async function receive(service: Service, { subscription, request, response }: Received): Promise<void> {
  const body = await buffer(request);
  if (service.gone.has(subscription)) {
    response.writeHead(410).end('This browser wants no more of them');
    return;
  }
  const refusal = body.length > mostBytes ? { status: 413, reason: 'Too large' } : refusalOf(request, service.origin);
  if (refusal) {
    response.writeHead(refusal.status).end(refusal.reason);
    return;
  }
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const message = { subscription, at: new Date().toISOString(), headers, body: body.toString('base64url') };
  service.messages.push(message);
  response.writeHead(201, { location: `${service.origin}/message/${service.messages.length}` }).end();
}
