import { HttpRequest, InvocationContext } from '@azure/functions';
import { describe, expect, inject, test } from 'vitest';
import { hub, socketUser } from '#domain/realtime/event.ts';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { welcomeTo } from '#functions/platform/pubsub-signature.ts';
import { listPresence } from '#functions/presence/list-presence.ts';
import { handlerOf } from '#functions/serve.ts';
import { signatureOf } from '#functions/testing/presence-requests.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { receiveConnectionEvent } from './receive-connection-event.ts';

const handler = handlerOf('realtime-events', realtimeRoutes.events, (visit, { bytes }) =>
  receiveConnectionEvent(visit, bytes),
);
type Event = { type: string; connectionId?: string; body?: string; headers?: Record<string, string> };

const statusOf = async (
  { caller: { workspaceId, memberId } }: Work,
  { type, connectionId = 'phone', body = '{}', headers }: Event,
): Promise<number | undefined> => {
  const request = new HttpRequest({
    method: 'POST',
    url: 'http://localhost/api/realtime/events',
    body: { string: body },
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'ce-type': `azure.webpubsub.${type}`,
      'ce-hub': hub,
      'ce-connectionId': connectionId,
      'ce-userId': socketUser.of(workspaceId, memberId),
      'ce-signature': signatureOf(connectionId, inject('settings')['PUBSUB']!),
      ...headers,
    },
  });
  return (await handler(request, new InvocationContext())).status;
};
const stateSeenBy = async (work: Work): Promise<string> =>
  (await listPresence(work, [work.caller.memberId])).items[0]!.state;

describe('F189 the service tells the functions', () => {
  test(
    'that somebody came, is away, and went',
    withCrm(async (crm) => {
      const work = await crm.work('employee');
      expect(await statusOf(work, { type: 'sys.connected' })).toBe(204);
      expect(await stateSeenBy(work)).toBe('online');
      expect(await statusOf(work, { type: 'user.presence', body: '{"state":"away"}' })).toBe(204);
      expect(await stateSeenBy(work)).toBe('away');
      expect(await statusOf(work, { type: 'sys.disconnected', body: '{"reason":""}' })).toBe(204);
      expect(await stateSeenBy(work)).toBe('offline');
    }),
  );

  test(
    'the same again, and nothing changes',
    withCrm(async (crm) => {
      const work = await crm.work('employee');
      for (const type of ['sys.connected', 'sys.connected', 'sys.disconnected', 'sys.connected'])
        expect(await statusOf(work, { type })).toBe(204);
      expect(await stateSeenBy(work)).toBe('offline');
    }),
  );

  test(
    'with both of its keys, of which one need be ours',
    withCrm(async (crm) => {
      const work = await crm.work('employee');
      const signature = signatureOf('phone', inject('settings')['PUBSUB']!);
      const both = { 'ce-signature': `sha256=${'0'.repeat(64)},${signature}` };
      expect(await statusOf(work, { type: 'sys.connected', headers: both })).toBe(204);
      expect(await stateSeenBy(work)).toBe('online');
    }),
  );
});

describe('W28 nobody else can say who is here', () => {
  const other = signatureOf('laptop', 'AccessKey=a-key-of-our-own;');
  test.each([
    ['without a signature', { 'ce-signature': '' }],
    ['with one made by another key', { 'ce-signature': other }],
    ['with one of another connection', { 'ce-connectionId': 'laptop' }],
    ['with half of one', { 'ce-signature': 'sha256=00' }],
    ['with something else', { 'ce-signature': 'sha256=of-our-own-making' }],
    ['without a connection', { 'ce-connectionId': '' }],
  ])('%s: 401, and nothing is stored', (_, headers) =>
    withCrm(async (crm) => {
      const work = await crm.work('employee');
      expect(await statusOf(work, { type: 'sys.connected', headers })).toBe(401);
      expect(await stateSeenBy(work)).toBe('offline');
    })(),
  );

  test.each([
    ['an event that is not known', { type: 'user.shout' }],
    ['the question before a connection', { type: 'sys.connect' }],
    ['a state that nobody can be in', { type: 'user.presence', body: '{"state":"gone"}' }],
    ['words that are none', { type: 'user.presence', body: 'online' }],
    ['another hub', { type: 'sys.connected', headers: { 'ce-hub': 'chess' } }],
    ['somebody without a workspace', { type: 'sys.connected', headers: { 'ce-userId': crypto.randomUUID() } }],
  ] as [string, Event][])('%s: 204, and nothing is stored', (_, event) =>
    withCrm(async (crm) => {
      const work = await crm.work('employee');
      expect(await statusOf(work, event)).toBe(204);
      expect(await stateSeenBy(work)).toBe('offline');
    })(),
  );
});

test('the service is welcome with its events, and no other origin', () => {
  expect(welcomeTo('127.0.0.1')).toBe('127.0.0.1');
  for (const origin of ['elsewhere.example', '*', '', null]) expect(welcomeTo(origin)).toBeNull();
});
