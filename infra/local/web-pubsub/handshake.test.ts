import { once } from 'node:events';
import { WebPubSubServiceClient } from '@azure/web-pubsub';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { signToken } from './tokens.ts';
import { closeOf, recoveryQuery, withWebPubSub } from './with-web-pubsub.ts';

const keys = { key: 'first', secondaryKey: 'second' };
const inOneHour = () => Math.floor(Date.now() / 1000) + 3600;
const reliable = 'json.reliable.webpubsub.azure.v1';

/** Resolves with the status a handshake is refused with, or the subprotocol it ends in. */
async function knock(url: string, subprotocols: string[] = []): Promise<number | string> {
  const socket = new WebSocket(url, subprotocols);
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('error', () => undefined);
    socket.on('open', () => {
      resolve(socket.protocol);
      socket.terminate();
    });
  });
}

const audience = 'http://HOST/client/hubs/crm';

describe('a client token', () => {
  test.each([
    ['is good', [audience], {}, 'first', ''],
    ['is signed with the second key', [audience], {}, 'second', ''],
    ['names the hub in capitals', ['http://HOST/client/hubs/CRM'], {}, 'first', ''],
    ['has one audience of several', ['http://other/', audience], {}, 'first', ''],
    ['is signed with another key', [audience], {}, 'third', 401],
    ['has expired', [audience], { exp: 1_700_000_000 }, 'first', 401],
    ['never expires', [audience], { exp: undefined }, 'first', 401],
    ['is not valid yet', [audience], { nbf: inOneHour() }, 'first', 401],
    ['is for another hub', ['http://HOST/client/hubs/other'], {}, 'first', 401],
    ['is for another host', ['http://example.com/client/hubs/crm'], {}, 'first', 401],
    ['has no audience', [], {}, 'first', 401],
  ])('that %s', async (_name, audiences, claims, key, expected) => {
    const scene = withWebPubSub(async ({ endpoint }) => {
      const { host } = new URL(endpoint.endpoint);
      const aud = audiences.map((one) => one.replace('HOST', host));
      const token = signToken({ aud, exp: inOneHour(), ...claims }, key);
      expect(await knock(`ws://${host}/client/hubs/crm?access_token=${token}`)).toBe(expected);
    }, keys);
    await scene();
  });

  test(
    'that is missing or no token at all is refused',
    withWebPubSub(async ({ endpoint }) => {
      const url = `${endpoint.endpoint.replace('http', 'ws')}/client/hubs/crm`;
      expect(await knock(url)).toBe(401);
      expect(await knock(`${url}?access_token=abc`)).toBe(401);
      expect(await knock(`${url}?access_token=a.b.c`)).toBe(401);
      expect(await knock(`${endpoint.endpoint.replace('http', 'ws')}/client/hubs/1`)).toBe(404);
    }),
  );

  test(
    'whose signature was taken off is refused',
    withWebPubSub(async ({ urlFor }) => {
      const [url = '', token = ''] = (await urlFor({ userId: 'ada' })).split('access_token=');
      const [, payload] = token.split('.');
      const none = Buffer.from('{"alg":"none"}').toString('base64url');
      expect(await knock(`${url}access_token=${none}.${payload}.`)).toBe(401);
      expect(await knock(`${url}access_token=${none}.${payload}.e30`)).toBe(401);
    }),
  );
});

test.each([
  ['nothing', [], ''],
  ['plain JSON', ['json.webpubsub.azure.v1'], 'json.webpubsub.azure.v1'],
  ['both', ['other', reliable, 'json.webpubsub.azure.v1'], reliable],
])('a client that offers %s gets the subprotocol it may have', async (_name, offered, expected) => {
  const scene = withWebPubSub(async ({ urlFor }) => {
    expect(await knock(await urlFor({}), offered)).toBe(expected);
  });
  await scene();
});

test(
  'a server request is refused unless its token is for that very path',
  withWebPubSub(async ({ endpoint }) => {
    const wrongKey = new WebPubSubServiceClient(
      endpoint.connectionString.replace(/AccessKey=[^;]*/, 'AccessKey=other'),
      'crm',
      { allowInsecureConnection: true },
    );
    await expect(wrongKey.sendToAll('x')).rejects.toMatchObject({ statusCode: 401 });

    const url = `${endpoint.endpoint}/api/hubs/crm/:send?api-version=2024-12-01`;
    const send = async (aud: string) => {
      const authorization = `Bearer ${signToken({ aud, exp: inOneHour() }, 'first')}`;
      const headers = { authorization, 'content-type': 'text/plain' };
      const { status } = await fetch(url, { method: 'POST', headers, body: 'x' });
      return status;
    };
    expect(await send(url)).toBe(202);
    expect(await send(`${endpoint.endpoint.toUpperCase()}/API/hubs/CRM/:send`)).toBe(202);
    expect(await send(`${endpoint.endpoint}/api/hubs/crm/groups/a/:send`)).toBe(401);
  }, keys),
);

test(
  'a token the endpoint generates opens a connection',
  withWebPubSub(async ({ endpoint, server }) => {
    const url = `${endpoint.endpoint}/api/hubs/crm/:generateToken?userId=ada&role=webpubsub.sendToGroup&group=room.1`;
    const authorization = `Bearer ${signToken({ aud: url, exp: inOneHour() }, 'first')}`;
    const response = await fetch(url, { method: 'POST', headers: { authorization } });
    const { token } = z.object({ token: z.string() }).parse(await response.json());
    const socket = new WebSocket(`${endpoint.endpoint.replace('http', 'ws')}/client/hubs/crm?access_token=${token}`);
    await once(socket, 'open');
    expect(await server.userExists('ada')).toBe(true);
    expect(await server.groupExists('room.1')).toBe(true);
    socket.terminate();
  }, keys),
);

test(
  'the endpoint takes as many connections as it is allowed',
  withWebPubSub(
    async ({ open, urlFor }) => {
      const { socket } = await open();
      await open();
      expect(await knock(await urlFor({}))).toBe(429);
      socket.close();
      await expect.poll(async () => knock(await urlFor({}))).toBe('');
    },
    { limits: { connections: 2 } },
  ),
);

test.each([
  ['an unknown connection', 'awps_connection_id'],
  ['a wrong token', 'awps_reconnection_token'],
])('recovery with %s completes the handshake and is then closed with 1008', async (_name, spoilt) => {
  const scene = withWebPubSub(async ({ open, urlFor }) => {
    const { frames } = await open({}, [reliable]);
    const query = new URLSearchParams(recoveryQuery((await frames.at(1))[0]));
    query.set(spoilt, 'wrong');

    const socket = new WebSocket(`${await urlFor({})}&${query}`, reliable);
    const closed = closeOf(socket);
    await once(socket, 'open');
    expect((await closed).code).toBe(1008);
  });
  await scene();
});

test(
  'the endpoint says that it is well',
  withWebPubSub(async ({ endpoint }) => {
    expect((await fetch(`${endpoint.endpoint}/api/health`, { method: 'HEAD' })).status).toBe(200);
  }),
);
