import { expect, test } from 'vitest';
import { closeOf, type Person, plainJson, withWebPubSub } from './with-web-pubsub.ts';

const numbersOf = ({ messages }: Person) => messages.all.map(({ data }) => data);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

test(
  'a reliable client hears everything once and in order, however often it is cut',
  withWebPubSub(async ({ endpoint, server, connect }) => {
    const ada = await connect({ groups: ['room.1'] });
    for (const number of upTo(100)) {
      if (number % 10 === 5) endpoint.faults.cut();
      await server.group('room.1').sendToAll(number);
    }
    await ada.messages.at(100);
    expect(numbersOf(ada)).toEqual(upTo(100));
    expect(ada.connections.all).toHaveLength(1);
    expect(ada.disconnections.all).toEqual([]);
  }),
);

test(
  'what a reliable client publishes while it is cut arrives once',
  withWebPubSub(async ({ endpoint, connect }) => {
    const retry = { messageRetryOptions: { maxRetries: 20, retryDelayInMs: 10 } };
    const ada = await connect({ roles: ['webpubsub.sendToGroup'] }, retry);
    const bob = await connect({ groups: ['eph.1'] });
    for (const number of upTo(20)) {
      const sent = ada.client.sendToGroup('eph.1', number, 'json');
      if (number % 5 === 0) endpoint.faults.cut();
      await sent;
    }
    await bob.messages.at(20);
    expect(numbersOf(bob)).toEqual(upTo(20));
  }),
);

test(
  'a session the endpoint forgot is replaced by a new one',
  withWebPubSub(async ({ endpoint, server, connect }) => {
    const ada = await connect({ userId: 'ada', groups: ['room.1'] });
    endpoint.faults.forget(ada.connectionId());
    const [first, second] = await ada.connections.at(2);
    expect(second).not.toBe(first);
    await server.group('room.1').sendToAll('after');
    await ada.messages.at(1);
    expect(numbersOf(ada)).toEqual(['after']);
  }),
);

test(
  'after a restart every client has a new session at the same address',
  withWebPubSub(async ({ endpoint, server, connect }) => {
    const people = await Promise.all([connect({ groups: ['room.1'] }), connect({ groups: ['room.1'] })]);
    await endpoint.faults.restart();
    await Promise.all(people.map(({ connections }) => connections.at(2)));
    await server.group('room.1').sendToAll('after');
    await Promise.all(people.map(({ messages }) => messages.at(1)));
    expect(people.map(numbersOf)).toEqual([['after'], ['after']]);
  }),
);

test(
  'a plain JSON client starts afresh when it is cut',
  withWebPubSub(async ({ endpoint, server, connect }) => {
    const ada = await connect({ groups: ['room.1'] }, plainJson);
    const lost = ada.connectionId();
    endpoint.faults.cut();
    await ada.connections.at(2);
    expect(await server.connectionExists(lost)).toBe(false);
  }),
);

test(
  'a client that does not come back in time loses its session',
  withWebPubSub(
    async ({ server, open }) => {
      const { socket, frames } = await open({ userId: 'ada' }, ['json.reliable.webpubsub.azure.v1']);
      await frames.at(1);
      expect(await server.userExists('ada')).toBe(true);
      socket.terminate();
      await expect.poll(() => server.userExists('ada')).toBe(false);
    },
    { limits: { recoveryMs: 20 } },
  ),
);

test(
  'a client that leaves on purpose is gone at once',
  withWebPubSub(async ({ server, connect }) => {
    const ada = await connect({ userId: 'ada' });
    ada.client.stop();
    await ada.disconnections.at(1);
    await expect.poll(() => server.userExists('ada')).toBe(false);
  }),
);

test(
  'a client that acknowledges too little is closed with 1008 and forgotten',
  withWebPubSub(
    async ({ server, open }) => {
      const { socket, frames } = await open({ userId: 'ada' }, ['json.reliable.webpubsub.azure.v1']);
      const closed = closeOf(socket);
      for (const number of upTo(4)) await server.sendToUser('ada', number);
      expect((await closed).code).toBe(1008);
      expect(frames.all).toHaveLength(1 + 3 + 1);
      expect(await server.userExists('ada')).toBe(false);
    },
    { limits: { unackedMessages: 3 } },
  ),
);
