import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Answer, Person } from '#infra/people/person.ts';

type Raw = { method: string; path: string; headers?: Record<string, string>; body?: Uint8Array };

/** A request exactly as it is written: `fetch` would tidy the path and refuse some methods. */
export async function rawCall(person: Person, { method, path, headers = {}, body }: Raw): Promise<Answer> {
  const { hostname, port } = new URL(person.origin);
  const sent = request({
    hostname,
    port,
    method,
    path,
    headers: { origin: person.origin, cookie: person.cookie, ...headers },
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const said = new Headers();
  for (const [name, values] of Object.entries(response.headersDistinct))
    for (const value of values ?? []) said.append(name, value);
  const answer = await text(response);
  const isJson = said.get('content-type')?.includes('json');
  return { status: response.statusCode ?? 0, body: isJson ? JSON.parse(answer) : answer, headers: said };
}
