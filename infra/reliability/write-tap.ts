import { createServer, type IncomingMessage, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { close, listen } from '../local/listen.ts';

/** `before`: nothing of the write has been sent on. `after`: it is done and kept, and the answer has not gone back. */
export type Moment = 'before' | 'after';

/** Called at both moments of each write; whoever wants the caller dead kills it meanwhile. */
export type Watcher = (moment: Moment) => Promise<void>;

/**
 * Stands between a process and the local Cosmos DB or Stripe and sees each write on its way. The account's answer
 * names the tap, or the client of Cosmos DB would go round it.
 */
export async function startTap(target: string, isWrite: (request: IncomingMessage) => boolean, watch: () => Watcher) {
  const { hostname, port } = new URL(target);
  let url = '';

  const server = createServer((request, response) => {
    const pass = async () => {
      const body = await buffer(request);
      const watcher = isWrite(request) ? watch() : null;
      await watcher?.('before');
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        const { method, url: path, headers } = request;
        send({ hostname, port, method, path, headers }, resolve).on('error', reject).end(body);
      });
      const bytes = await buffer(answer);
      await watcher?.('after');
      const isAccount = request.url === '/';
      const named = isAccount ? Buffer.from(bytes.toString().replaceAll(new URL(target).origin, url)) : bytes;
      const { 'content-length': _, 'transfer-encoding': __, ...headers } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': String(named.length) }).end(named);
    };
    // A caller that was killed in the middle hears nothing more.
    pass().catch(() => response.destroy());
  });
  url = `http://127.0.0.1:${await listen(server, 0)}`;
  return { url, close: () => close(server) };
}

/** Queries and the plans for them are posted too, and change nothing. */
export const isCosmosWrite = ({ method, headers }: IncomingMessage): boolean =>
  method !== 'GET' &&
  headers['x-ms-documentdb-isquery'] === undefined &&
  headers['x-ms-cosmos-is-query-plan-request'] === undefined;

export const isStripeWrite = ({ method }: IncomingMessage): boolean => method === 'POST';
