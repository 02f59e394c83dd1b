import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEventHandler } from './event-handler.ts';
import { plainJson, withWebPubSub } from './with-web-pubsub.ts';

let handler: Awaited<ReturnType<typeof startEventHandler>>;
beforeEach(async () => {
  handler = await startEventHandler();
});
afterEach(() => handler.close());

const toHandler = { key: 'first', secondaryKey: 'second', upstream: () => handler.url };
const signatureOf = (key: string, id: string) => `sha256=${createHmac('sha256', key).update(id).digest('hex')}`;

test(
  'the handler is told who connects, that they are connected, and that they are gone',
  withWebPubSub(async ({ connect, server }) => {
    const ada = await connect({ userId: 'ada', roles: ['webpubsub.sendToGroup'], groups: ['room.1'] });
    await server.closeConnection(ada.connectionId(), { reason: 'signed out' });
    const [connecting, connected, disconnected] = await handler.events.at(3);

    const common = {
      'ce-specversion': '1.0',
      'ce-awpsversion': '1.0',
      'ce-hub': 'crm',
      'ce-source': `/hubs/crm/client/${ada.connectionId()}`,
      'ce-connectionid': ada.connectionId(),
      'ce-userid': 'ada',
      'ce-subprotocol': 'json.reliable.webpubsub.azure.v1',
      'ce-signature': `${signatureOf('first', ada.connectionId())},${signatureOf('second', ada.connectionId())}`,
      'webhook-request-origin': '127.0.0.1',
    };
    expect(connecting?.headers).toMatchObject({ ...common, 'ce-type': 'azure.webpubsub.sys.connect' });
    expect(connected?.headers).toMatchObject({ ...common, 'ce-type': 'azure.webpubsub.sys.connected' });
    expect(disconnected?.headers).toMatchObject({ ...common, 'ce-type': 'azure.webpubsub.sys.disconnected' });
    expect(JSON.parse(connecting?.body ?? '')).toMatchObject({
      claims: { sub: ['ada'], role: ['webpubsub.sendToGroup'], 'webpubsub.group': ['room.1'] },
      query: {},
      subprotocols: ['json.reliable.webpubsub.azure.v1'],
      clientCertificates: [],
    });
    expect(JSON.parse(connected?.body ?? '')).toEqual({});
    expect(JSON.parse(disconnected?.body ?? '')).toEqual({ reason: 'signed out' });
  }, toHandler),
);

describe('validation', () => {
  test(
    'is asked for once, at the URL of the event "validate"',
    withWebPubSub(
      async ({ connect }) => {
        await connect();
        await connect();
        await handler.events.at(4);
        expect(handler.validations.all.map(({ path }) => path)).toEqual(['/api/realtime/events/crm/validate']);
        expect(handler.validations.all[0]?.headers['webhook-request-origin']).toBe('127.0.0.1');
        expect(new Set(handler.events.all.map(({ path }) => path))).toEqual(
          new Set(['/api/realtime/events/crm/connect', '/api/realtime/events/crm/connected']),
        );
      },
      { upstream: (hub) => (hub === 'crm' ? `${handler.url}/{hub}/{event}` : undefined) },
    ),
  );

  test.each([
    ['names another origin', { headers: { 'WebHook-Allowed-Origin': 'example.com' } }],
    ['fails', { status: 500 }],
  ])('that %s lets nobody in and is asked for again', async (_name, refusal) => {
    const scene = withWebPubSub(async ({ connect, open }) => {
      handler.answers['OPTIONS'] = refusal;
      await expect(open()).rejects.toThrow('Unexpected server response: 403');
      expect(handler.events.all).toEqual([]);
      delete handler.answers['OPTIONS'];
      await connect();
      expect(handler.validations.all).toHaveLength(2);
    }, toHandler);
    await scene();
  });
});

describe('the answer to connect', () => {
  test(
    'may name the user, the groups and the roles',
    withWebPubSub(async ({ connect, server }) => {
      const answer = { userId: 'ada', groups: ['room.1'], roles: ['webpubsub.sendToGroup.eph.1'] };
      handler.answers['connect'] = { status: 200, body: JSON.stringify(answer) };
      const person = await connect({ userId: 'somebody' });
      expect(await server.userExists('ada')).toBe(true);
      expect(await server.userExists('somebody')).toBe(false);
      expect(await server.groupExists('room.1')).toBe(true);
      await person.client.sendToGroup('eph.1', 'hello', 'text');
    }, toHandler),
  );

  test(
    'with an error status becomes the answer to the handshake',
    withWebPubSub(async ({ open }) => {
      handler.answers['connect'] = { status: 403 };
      await expect(open({ userId: 'ada' })).rejects.toThrow('Unexpected server response: 403');
    }, toHandler),
  );
});

describe.each([
  ['reliable', {}],
  ['plain JSON', plainJson],
])('an event of a %s client', (_name, options) => {
  test(
    'reaches the handler, whose answer comes back as a message of the server',
    withWebPubSub(async ({ connect }) => {
      handler.answers['presence'] = {
        status: 200,
        headers: { 'Content-Type': 'application/json', 'ce-connectionState': 'c3RhdGU=' },
        body: '{"seen":true}',
      };
      const ada = await connect({ userId: 'ada' }, options);
      await ada.client.sendEvent('presence', { state: 'away' }, 'json');
      expect(ada.messages.all).toMatchObject([{ kind: 'serverData', dataType: 'json', data: { seen: true } }]);
      await ada.client.sendEvent('presence', 'here', 'text');

      const [first, second] = handler.events.all.filter(({ headers }) => headers['ce-eventname'] === 'presence');
      expect(first).toMatchObject({ body: '{"state":"away"}' });
      expect(first?.headers).toMatchObject({
        'ce-type': 'azure.webpubsub.user.presence',
        'content-type': 'application/json; charset=utf-8',
      });
      expect(second).toMatchObject({ body: 'here' });
      expect(second?.headers).toMatchObject({
        'ce-connectionstate': 'c3RhdGU=',
        'content-type': 'text/plain; charset=utf-8',
      });
    }, toHandler),
  );

  test(
    'that the handler fails is a failed acknowledgement, and the connection stays',
    withWebPubSub(async ({ connect }) => {
      handler.answers['presence'] = { status: 500 };
      const ada = await connect({}, options);
      const failed = { errorDetail: { name: 'InternalServerError' } };
      await expect(ada.client.sendEvent('presence', 1, 'json')).rejects.toMatchObject(failed);
      await ada.client.sendEvent('other', 1, 'json');
    }, toHandler),
  );
});

test(
  'events of one client arrive in the order it sent them',
  withWebPubSub(async ({ connect }) => {
    const ada = await connect();
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => ada.client.sendEvent(name, name, 'text')));
    expect(handler.names()).toEqual(['connect', 'connected', 'a', 'b', 'c', 'd']);
    expect(handler.events.all.map(({ headers }) => headers['ce-id'])).toEqual(['1', '2', '3', '4', '5', '6']);
  }, toHandler),
);

test(
  'an event nobody handles is a failed acknowledgement',
  withWebPubSub(async ({ connect }) => {
    const ada = await connect();
    const failed = { errorDetail: { name: 'InternalServerError' } };
    await expect(ada.client.sendEvent('presence', 1, 'json')).rejects.toMatchObject(failed);
  }),
);

test(
  'only the system events asked for are told',
  withWebPubSub(
    async ({ connect, server }) => {
      const ada = await connect();
      await ada.client.sendEvent('hello', '', 'text');
      await server.closeConnection(ada.connectionId());
      await handler.events.at(2);
      expect(handler.names()).toEqual(['hello', 'disconnected']);
    },
    { upstream: () => handler.url, systemEvents: ['disconnected'] },
  ),
);

test(
  'a plain socket sends events called message and hears bare data',
  withWebPubSub(async ({ open, server }) => {
    handler.answers['message'] = { status: 200, headers: { 'Content-Type': 'text/plain' }, body: 'heard' };
    const { socket, frames } = await open({ userId: 'ada' });
    socket.send('hello');
    await frames.at(1);
    await server.sendToUser('ada', { version: 1 });
    await frames.at(2);
    expect(frames.all).toEqual(['heard', '{"version":1}']);
    const told = handler.events.all.find(({ headers }) => headers['ce-eventname'] === 'message');
    expect(told).toMatchObject({ body: 'hello' });
    expect(told?.headers).not.toHaveProperty('ce-subprotocol');
  }, toHandler),
);
