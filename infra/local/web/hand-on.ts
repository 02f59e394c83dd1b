import {
  type ClientRequest,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';

/** After which Static Web Apps gives a linked backend up. */
const mostMs = 45_000;

/** What a visitor may not say to a linked backend: Static Web Apps writes these itself. */
const written = ['authorization', 'x-ms-client-principal'];

/** Gives a request to the functions host, as Static Web Apps does to a linked backend. */
export async function handOn(request: IncomingMessage, response: ServerResponse, api: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const options = { method: request.method, headers: forwarded(request), signal: AbortSignal.timeout(mostMs) };
  const onward = ask(`${api}${request.url}`, options, (answer) => {
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

function forwarded({ headers, socket }: IncomingMessage): IncomingHttpHeaders {
  const own = Object.fromEntries(Object.entries(headers).filter(([name]) => !written.includes(name)));
  return {
    ...own,
    'x-forwarded-host': headers.host,
    'x-forwarded-for': [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', '),
  };
}

/** An answer may come before the whole request was read: the rest is thrown away, or the connection hangs. */
function stopSending(request: IncomingMessage, onward: ClientRequest): void {
  if (onward.writableFinished) return;
  request.unpipe(onward);
  request.resume();
  onward.destroy();
}
