import { createServer, type IncomingHttpHeaders } from 'node:http';
import { close, listen } from '../listen.ts';
import { newInbox } from './with-web-pubsub.ts';

export type Received = { path: string; headers: IncomingHttpHeaders; body: string };
type Answer = { status?: number; headers?: Record<string, string>; body?: string };
type Answers = Partial<Record<string, Answer>>;

/** An upstream that notes what it is told. `answers` are by event name; `OPTIONS` is the validation. */
export async function startEventHandler(answers: Answers = {}) {
  const events = newInbox<Received>();
  const validations = newInbox<Received>();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);

    const isValidation = request.method === 'OPTIONS';
    const { status = 204, headers, body: answer } = answers[isValidation ? 'OPTIONS' : nameOf(request.headers)] ?? {};
    response.writeHead(status, isValidation ? { 'WebHook-Allowed-Origin': '*', ...headers } : headers).end(answer);
    (isValidation ? validations : events).add({ path: request.url ?? '', headers: request.headers, body });
  });
  const port = await listen(server, 0);

  return {
    url: `http://127.0.0.1:${port}/api/realtime/events`,
    answers,
    events,
    validations,
    names: () => events.all.map(({ headers }) => nameOf(headers)),
    close: () => close(server),
  };
}

export const nameOf = (headers: IncomingHttpHeaders): string => String(headers['ce-eventname']);
