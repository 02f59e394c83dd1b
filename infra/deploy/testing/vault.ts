import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { close, listen } from '../../local/listen.ts';

/** Answers as Key Vault and, for Web PubSub's keys, as Azure's management do. `refuse` says 403 that many times first. */
export async function startVault({ secrets = {}, refuse = 0 }: { secrets?: Record<string, string>; refuse?: number }) {
  const kept = new Map(Object.entries(secrets));
  const refused: string[] = [];
  /** What the function app was told to do. */
  const told: string[] = [];
  const server = createServer((request, response) => void answer(request, response));
  const url = `http://127.0.0.1:${await listen(server, 0)}/`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, url);
    const respond = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.headers.authorization !== 'Bearer a-token') return respond(401, {});
    if (refused.length < refuse) {
      refused.push(pathname);
      return respond(403, { error: { code: 'Forbidden', message: 'The caller has no role yet' } });
    }
    if (pathname.endsWith('/webPubSub/wps-1/listKeys'))
      return respond(200, { primaryKey: 'first-key', secondaryKey: 'second-key' });
    const [, act] = /\/Microsoft\.Web\/sites\/func-1\/(.+)$/.exec(pathname) ?? [];
    if (act) {
      told.push(act);
      return respond(200, {});
    }
    const [, , name] = pathname.split('/');
    if (!name) return respond(200, pageFrom(Number(searchParams.get('from') ?? 0)));
    const { value } = (await json(request)) as { value: string };
    kept.set(name, value);
    respond(200, { id: `${url}secrets/${name}/1`, value });
  }

  /** One at a time, so that a reader must follow the links. */
  function pageFrom(from: number) {
    const names = [...kept.keys()];
    const next = from + 1 < names.length ? `${url}secrets?from=${from + 1}` : null;
    return { value: names.slice(from, from + 1).map((name) => ({ id: `${url}secrets/${name}` })), nextLink: next };
  }

  return { url, kept, refused, told, close: () => close(server) };
}
