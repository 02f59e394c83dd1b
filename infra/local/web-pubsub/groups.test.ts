import { describe, expect, test } from 'vitest';
import { type Person, plainJson, withWebPubSub } from './with-web-pubsub.ts';

const dataOf = ({ messages }: Person) => messages.all.map(({ data }) => data);

describe.each([
  ['reliable', {}],
  ['plain JSON', plainJson],
])('a %s client', (_name, options) => {
  test(
    'hears the groups it was given in its token',
    withWebPubSub(async ({ server, connect }) => {
      const ada = await connect({ userId: 'ada', groups: ['room.1', 'room.2'] }, options);
      await server.group('room.1').sendToAll({ version: 1 });
      await server.group('room.2').sendToAll('two', { contentType: 'text/plain' });
      await server.group('room.3').sendToAll({ version: 3 });
      await server.group('room.2').sendToAll(new Uint8Array([1, 2]).buffer);
      await ada.messages.at(3);
      expect(ada.messages.all.slice(0, 2)).toMatchObject([
        { kind: 'groupData', group: 'room.1', dataType: 'json', data: { version: 1 } },
        { kind: 'groupData', group: 'room.2', dataType: 'text', data: 'two' },
      ]);
      expect(ada.messages.all[2]).toMatchObject({ dataType: 'binary', data: new Uint8Array([1, 2]).buffer });
    }),
  );

  test(
    'publishes to a group it may publish to, under its own name',
    withWebPubSub(async ({ connect }) => {
      const ada = await connect({ userId: 'ada', roles: ['webpubsub.sendToGroup.eph.1'] }, options);
      const bob = await connect({ userId: 'bob', groups: ['eph.1'] }, options);
      await ada.client.sendToGroup('eph.1', { typing: true }, 'json');
      await bob.messages.at(1);
      expect(bob.messages.all).toMatchObject([{ fromUserId: 'ada', group: 'eph.1', data: { typing: true } }]);
    }),
  );

  test(
    'does not hear itself when it asks for no echo',
    withWebPubSub(async ({ server, connect }) => {
      const token = { groups: ['eph.1'], roles: ['webpubsub.sendToGroup'] };
      const ada = await connect(token, options);
      const bob = await connect(token, options);
      await ada.client.sendToGroup('eph.1', 'to you', 'text', { noEcho: true });
      await server.sendToAll('to all', { contentType: 'text/plain' });
      await Promise.all([ada.messages.at(1), bob.messages.at(2)]);
      expect([dataOf(ada), dataOf(bob)]).toEqual([['to all'], ['to you', 'to all']]);
    }),
  );

  test(
    'is told that publishing or joining is forbidden, and nobody hears it',
    withWebPubSub(async ({ server, connect }) => {
      const ada = await connect({ roles: ['webpubsub.sendToGroup.eph.1'] }, options);
      const bob = await connect({ groups: ['room.1'] }, options);
      const forbidden = { errorDetail: { name: 'Forbidden' } };
      await expect(ada.client.sendToGroup('room.1', 'forged', 'text')).rejects.toMatchObject(forbidden);
      await expect(ada.client.joinGroup('room.1')).rejects.toMatchObject(forbidden);
      await server.group('room.1').sendToAll('true', { contentType: 'text/plain' });
      await bob.messages.at(1);
      expect([dataOf(ada), dataOf(bob)]).toEqual([[], ['true']]);
    }),
  );

  test(
    'joins and leaves a group by itself where its role says so',
    withWebPubSub(async ({ server, connect }) => {
      const ada = await connect({ roles: ['webpubsub.joinLeaveGroups.room.*'] }, options);
      await ada.client.joinGroup('room.1');
      await server.group('room.1').sendToAll({ seq: 1 });
      await ada.client.leaveGroup('room.1');
      await server.group('room.1').sendToAll({ seq: 2 });
      await server.sendToAll({ seq: 3 });
      await ada.messages.at(2);
      expect(dataOf(ada)).toEqual([{ seq: 1 }, { seq: 3 }]);
    }),
  );
});

test(
  'the server reaches every connection of a user, or one connection',
  withWebPubSub(async ({ server, connect }) => {
    const phone = await connect({ userId: 'ada' });
    const laptop = await connect({ userId: 'ada' });
    const bob = await connect({ userId: 'bob' });
    await server.sendToUser('ada', { for: 'ada' });
    await server.sendToConnection(laptop.connectionId(), { for: 'laptop' });
    await server.sendToUser('nobody', { for: 'nobody' });
    await server.sendToAll({ for: 'all' }, { excludedConnections: [phone.connectionId()] });
    await Promise.all([phone.messages.at(1), laptop.messages.at(3), bob.messages.at(1)]);
    expect(dataOf(phone)).toEqual([{ for: 'ada' }]);
    expect(dataOf(laptop)).toEqual([{ for: 'ada' }, { for: 'laptop' }, { for: 'all' }]);
    expect(dataOf(bob)).toEqual([{ for: 'all' }]);
  }),
);

test(
  'the server moves a user in and out of groups',
  withWebPubSub(async ({ server, connect }) => {
    const ada = await connect({ userId: 'ada' });
    const room = server.group('room.1');
    await room.addUser('ada');
    expect(await server.groupExists('room.1')).toBe(true);
    await room.sendToAll({ seq: 1 });
    await room.removeUser('ada');
    expect(await server.groupExists('room.1')).toBe(false);
    await room.addConnection(ada.connectionId());
    await server.group('room.2').addUser('ada');
    await server.removeUserFromAllGroups('ada');
    await room.sendToAll({ seq: 2 });
    await room.addConnection(ada.connectionId());
    await room.sendToAll({ seq: 3 });
    await room.removeConnection(ada.connectionId());
    await room.sendToAll({ seq: 4 });
    await server.sendToAll({ seq: 5 });
    await ada.messages.at(3);
    expect(dataOf(ada)).toEqual([{ seq: 1 }, { seq: 3 }, { seq: 5 }]);
  }),
);

test(
  'nobody joins a group who is not connected',
  withWebPubSub(async ({ server }) => {
    const notFound = { statusCode: 404 };
    await expect(server.group('room.1').addUser('nobody')).rejects.toMatchObject(notFound);
    await expect(server.group('room.1').addConnection('none')).rejects.toMatchObject(notFound);
    await server.group('room.1').removeUser('nobody');
    expect(await server.groupExists('room.1')).toBe(false);
    expect(await server.userExists('nobody')).toBe(false);
  }),
);

test(
  'the members of a group are listed page by page',
  withWebPubSub(async ({ server, connect }) => {
    const people = await Promise.all(['ada', 'bob', 'eve'].map((userId) => connect({ userId, groups: ['room.1'] })));
    const listed = [];
    for await (const member of await server.group('room.1').listConnections({ maxPageSize: 2 })) listed.push(member);
    expect(listed.map(({ connectionId }) => connectionId)).toEqual(people.map((one) => one.connectionId()).toSorted());
    expect(new Set(listed.map(({ userId }) => userId))).toEqual(new Set(['ada', 'bob', 'eve']));

    const firstTwo = [];
    for await (const member of await server.group('room.1').listConnections({ maxPageSize: 1, top: 2 }))
      firstTwo.push(member);
    expect(firstTwo).toEqual(listed.slice(0, 2));
  }),
);
