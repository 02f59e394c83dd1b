import { describe, expect, test } from 'vitest';
import { mayUse } from './rights.ts';
import { withWebPubSub } from './with-web-pubsub.ts';

describe('a role', () => {
  test.each([
    ['webpubsub.sendToGroup', 'room.1', true],
    ['webpubsub.sendToGroup.room.1', 'room.1', true],
    ['webpubsub.sendToGroup.room.1', 'room.11', false],
    ['webpubsub.sendToGroup.room.*', 'room.1', false],
    ['webpubsub.joinLeaveGroup', 'room.1', false],
    ['webpubsub.sendToGroups.room.*', 'room.1', true],
    ['webpubsub.sendToGroups.room.*', 'room.1.typing', false],
    ['webpubsub.sendToGroups.room.**', 'room.1.typing', true],
    ['webpubsub.sendToGroups.*', 'room.1', false],
    ['webpubsub.sendToGroups.**', 'room.1', true],
    ['webpubsub.sendToGroups.room.?', 'room.1', true],
    ['webpubsub.sendToGroups.room.?', 'room.12', false],
    ['webpubsub.sendToGroups.room.1', 'room-1', false],
    ['webpubsub.sendToGroups.a+b', 'aab', false],
  ])('%s for the group %s: %s', (role, group, expected) => {
    expect(mayUse(new Set([role]), 'sendToGroup', group)).toBe(expected);
  });
});

test(
  'a permission counts from the moment it is granted until it is revoked',
  withWebPubSub(async ({ connect, server }) => {
    const ada = await connect();
    const publish = () => ada.client.sendToGroup('eph.1', 'hello', 'text');
    const has = (targetName?: string) =>
      server.hasPermission(ada.connectionId(), 'sendToGroup', targetName === undefined ? {} : { targetName });
    const forbidden = { errorDetail: { name: 'Forbidden' } };

    await expect(publish()).rejects.toMatchObject(forbidden);
    await server.grantPermission(ada.connectionId(), 'sendToGroup', { targetName: 'eph.1' });
    expect([await has('eph.1'), await has('eph.2'), await has()]).toEqual([true, false, false]);
    await publish();
    await server.revokePermission(ada.connectionId(), 'sendToGroup', { targetName: 'eph.1' });
    await expect(publish()).rejects.toMatchObject(forbidden);

    await server.grantPermission(ada.connectionId(), 'sendToGroup');
    expect([await has('eph.2'), await has()]).toEqual([true, true]);
    await publish();
  }),
);

test(
  'permissions of a connection that does not exist cannot be granted, and are not there',
  withWebPubSub(async ({ server }) => {
    await expect(server.grantPermission('none', 'sendToGroup')).rejects.toMatchObject({ statusCode: 404 });
    await server.revokePermission('none', 'sendToGroup');
    expect(await server.hasPermission('none', 'sendToGroup')).toBe(false);
  }),
);

test(
  'an evicted person stays out although their client comes back',
  withWebPubSub(async ({ connect, server }) => {
    const ada = await connect({ userId: 'ada' });
    const room = server.group('room.1');
    await room.addUser('ada');
    await room.removeUser('ada');
    await server.closeUserConnections('ada', { reason: 'evicted' });
    expect(await ada.disconnections.at(1)).toEqual(['evicted']);
    await ada.connections.at(2);
    await room.sendToAll('secret');
    await server.sendToAll('public');
    await ada.messages.at(1);
    expect(ada.messages.all.map(({ data }) => data)).toEqual(['public']);
  }),
);
