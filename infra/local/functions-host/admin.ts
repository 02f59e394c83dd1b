import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import { hostVersion } from './core-module.ts';
import type { Listener } from './listener.ts';
import { messageOf } from './log.ts';

const RunNow = z.strictObject({ input: z.unknown().optional() });

export const isAdminPath = (url: string) => url.startsWith('/admin/');

/** The part of the real host's admin API that tests need. Unlike there, POST answers when the function has ended. */
export async function answerAdmin(
  request: IncomingMessage,
  response: ServerResponse,
  listeners: Map<string, Listener>,
) {
  const send = (status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  if (request.method === 'GET' && request.url === '/admin/host/status') {
    return send(200, { state: 'Running', version: hostVersion });
  }

  const name = /^\/admin\/functions\/([^/?]+)$/.exec(request.url ?? '')?.[1];
  const listener = name && listeners.get(name);
  if (!listener || request.method !== 'POST') return send(404, { error: 'There is no such function to run.' });

  try {
    const hasBody = Number(request.headers['content-length'] ?? 0) > 0;
    const { input } = RunNow.parse(hasBody ? await json(request) : {});
    await listener.runNow(input);
    return send(202, {});
  } catch (error) {
    return send(500, { error: messageOf(error) });
  }
}
