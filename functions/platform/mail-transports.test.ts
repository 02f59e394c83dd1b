import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { azureTransport } from './mail-transports.ts';

const mail = {
  to: 'dipika@example.com',
  subject: 'Hello',
  text: 'As text',
  html: '<p>As HTML</p>',
  attachments: [{ fileName: 'R-000412.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF') }],
};
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

type Seen = { method: string; path: string; signed: boolean; body?: unknown };

/** Speaks the REST of Communication Services: a send is taken with 202, and its operation is asked about. */
async function service(states: object[]) {
  const seen: Seen[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, host } = new URL(request.url ?? '', `http://${request.headers.host}`);
    const signed = request.headers.authorization?.startsWith('HMAC-SHA256 SignedHeaders=') ?? false;
    const isSend = request.method === 'POST';
    seen.push({ method: request.method!, path: pathname, signed, ...(isSend && { body: await json(request) }) });
    response.writeHead(isSend ? 202 : 200, {
      'content-type': 'application/json',
      'retry-after': '0',
      ...(isSend && { 'operation-location': `http://${host}/emails/operations/op1?api-version=2023-03-31` }),
    });
    response.end(JSON.stringify(states.shift()));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => void (server.closeAllConnections(), server.close()));
  const { port } = server.address() as AddressInfo;
  const connection = `endpoint=http://127.0.0.1:${port}/;accesskey=${Buffer.from('a local key').toString('base64')}`;
  return { seen, transport: azureTransport({ connection }, 'StarOne CRM <no-reply@starone.example>') };
}

test('a mail by Communication Services is sent signed with what is attached, and its operation is asked about until it is done', async () => {
  const { seen, transport } = await service([
    { id: 'op1', status: 'Running' },
    { id: 'op1', status: 'Running' },
    { id: 'op1', status: 'Succeeded' },
  ]);
  await transport.send(mail);
  expect(seen.map(({ method, path, signed }) => [method, path, signed])).toEqual([
    ['POST', '/emails:send', true],
    ['GET', '/emails/operations/op1', true],
    ['GET', '/emails/operations/op1', true],
  ]);
  expect(seen[0]!.body).toEqual({
    senderAddress: 'no-reply@starone.example',
    content: { subject: 'Hello', plainText: 'As text', html: '<p>As HTML</p>' },
    recipients: { to: [{ address: 'dipika@example.com' }] },
    attachments: [{ name: 'R-000412.pdf', contentType: 'application/pdf', contentInBase64: 'JVBERg==' }],
    userEngagementTrackingDisabled: true,
  });
});

test('a mail that Communication Services gives up on was not sent', async () => {
  const { transport } = await service([
    { id: 'op1', status: 'Running' },
    { id: 'op1', status: 'Failed', error: { code: 'EmailDroppedAllRecipientsSuppressed', message: 'Suppressed' } },
  ]);
  await expect(transport.send(mail)).rejects.toThrow('Suppressed');
});

test('the health check notices a service that is not there', async () => {
  const { transport } = await service([{}]);
  await expect(transport.answers()).resolves.toBeUndefined();
  const nowhere = azureTransport({ connection: 'endpoint=http://127.0.0.1:9/;accesskey=YQ==' }, 'a@example.com');
  await expect(nowhere.answers()).rejects.toThrow('fetch failed');
});
