import { WebPubSubServiceClient } from '@azure/web-pubsub';
import { type GroupDataMessage, WebPubSubClient } from '@azure/web-pubsub-client';
import { afterAll, describe, expect, test } from 'vitest';
import { startWebPubSub } from '../local/web-pubsub/server.ts';
import { service } from './service.ts';

const pubsub = await service('CONFORMANCE_PUBSUB', async () => {
  const local = await startWebPubSub({ port: 0 });
  return { connection: local.connectionString, close: () => local.close() };
});

const server = new WebPubSubServiceClient(pubsub.connection, 'conformance', {
  allowInsecureConnection: pubsub.connection.includes('Endpoint=http://127.0.0.1:'),
});
const group = `room-${crypto.randomUUID()}`;
const clients: WebPubSubClient[] = [];
afterAll(async () => {
  for (const client of clients) client.stop();
  await pubsub.close();
});

/** Somebody connected by a token of the server's; `heard` waits for what comes next. */
async function connect(userId: string, groups: string[]) {
  const { url } = await server.getClientAccessToken({ userId, groups });
  const client = new WebPubSubClient(url);
  clients.push(client);
  const waiting: ((message: GroupDataMessage) => void)[] = [];
  const kept: GroupDataMessage[] = [];
  client.on('group-message', ({ message }) => {
    const next = waiting.shift();
    if (next) next(message);
    else kept.push(message);
  });
  await client.start();
  const heard = async (): Promise<unknown> => {
    const message = kept.shift() ?? (await new Promise<GroupDataMessage>((resolve) => waiting.push(resolve)));
    return message.data;
  };
  return { client, heard };
}

describe(`Web PubSub, ${pubsub.name}`, () => {
  test('lets people hear the groups of their token, in order, and nobody else', async () => {
    const [one, two] = [await connect('one', [group]), await connect('two', [`${group}-other`])];
    const room = server.group(group);
    await room.sendToAll({ n: 1 });
    await room.sendToAll({ n: 2 });
    await server.group(`${group}-other`).sendToAll({ n: 3 });
    expect([await one.heard(), await one.heard()]).toEqual([{ n: 1 }, { n: 2 }]);
    expect(await two.heard()).toEqual({ n: 3 });
  });

  test('sends to those of a group that a filter names', async () => {
    const [ann, bob] = [await connect('ann', [`${group}-f`]), await connect('bob', [`${group}-f`])];
    const room = server.group(`${group}-f`);
    await room.sendToAll({ for: 'bob' }, { filter: "userId eq 'bob'" });
    await room.sendToAll({ for: 'all' });
    expect(await bob.heard()).toEqual({ for: 'bob' });
    expect(await ann.heard()).toEqual({ for: 'all' });
  });

  test('takes a person out of a group', async () => {
    const { heard } = await connect('leaving', [`${group}-l`, `${group}-stays`]);
    await server.group(`${group}-l`).removeUser('leaving');
    await server.group(`${group}-l`).sendToAll({ n: 1 });
    await server.group(`${group}-stays`).sendToAll({ n: 2 });
    expect(await heard()).toEqual({ n: 2 });
  });

  test('knows who is connected', async () => {
    await connect('present', [group]);
    expect(await server.userExists('present')).toBe(true);
    expect(await server.userExists('nobody')).toBe(false);
  });

  test('refuses a token that another key signed', async () => {
    const { url } = await server.getClientAccessToken({ userId: 'forger' });
    const forged = new WebPubSubClient(`${url.slice(0, -6)}AAAAAA`, { autoReconnect: false });
    await expect(forged.start()).rejects.toThrow(/./);
  });
});
