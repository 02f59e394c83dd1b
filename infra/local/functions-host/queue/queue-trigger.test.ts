import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { QueueServiceClient } from '@azure/storage-queue';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStorage, startAzurite, type Azurite } from '../../azurite/server.ts';
import { startApp } from '../testing/start-app.ts';

let dir: string;
let azurite: Azurite;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'queue-'));
  azurite = await startAzurite({ blobPort: 0, queuePort: 0, dir });
});
afterAll(async () => {
  await azurite.close();
  await rm(dir, { recursive: true, force: true });
});

const base64 = (text: string) => Buffer.from(text).toString('base64');
const main = `app.storageQueue('letters', { queueName: '%QUEUE%', connection: 'STORAGE', handler: async (letter, context) => {
  context.log('got', JSON.stringify(letter), context.triggerMetadata.dequeueCount);
  if (letter.ms) await new Promise((resolve) => setTimeout(resolve, letter.ms));
  if (letter.fails) throw new Error('Unreadable');
} });`;

const service = () => QueueServiceClient.fromConnectionString(azurite.connectionString);
const count = async (name: string) => (await service().getQueueClient(name).getProperties()).approximateMessagesCount;

const startOn = (name: string, queues: object = {}) =>
  startApp({
    main,
    hostJson: { extensions: { queues: { maxPollingInterval: '00:00:00.100', ...queues } } },
    env: { STORAGE: azurite.connectionString, QUEUE: name },
  });

async function newQueue(name: string) {
  await createStorage(azurite.connectionString, { containers: [], queues: [name] });
  return service().getQueueClient(name);
}

test('a message is handed over as JSON, and gone when the function has ended', async () => {
  const queue = await newQueue('simple');
  await using host = await startOn('simple');

  await queue.sendMessage(base64('{"to":"Ada"}'));
  await queue.sendMessage(base64('just text'));
  await host.said('got {"to":"Ada"} 1');
  await host.said('got "just text" 1');
  await expect.poll(() => count('simple')).toBe(0);
});

test('a failing message is tried maxDequeueCount times, then moved to the poison queue', async () => {
  const queue = await newQueue('failing');
  await using host = await startOn('failing', { maxDequeueCount: 2 });

  await queue.sendMessage(base64('{"fails":true}'));
  await host.said('moved to failing-poison');
  expect(host.lines.filter((line) => line.includes('got')).map((line) => line.at(-1))).toEqual(['1', '2']);
  const { peekedMessageItems } = await service().getQueueClient('failing-poison').peekMessages();
  expect(peekedMessageItems.map((message) => message.messageText)).toEqual([base64('{"fails":true}')]);
  expect(await count('failing')).toBe(0);
});

test('a failing message stays hidden for visibilityTimeout', async () => {
  const queue = await newQueue('hidden');
  await using host = await startOn('hidden', { visibilityTimeout: '01:00:00' });

  await queue.sendMessage(base64('{"fails":true}'));
  await host.said('letters failed');
  await queue.sendMessage(base64('"next"'));
  await host.said('got "next"');
  expect(host.lines.filter((line) => line.includes('got {"fails"'))).toHaveLength(1);
});

test('plain text is read where host.json says that messages are not encoded', async () => {
  const queue = await newQueue('plain');
  await using host = await startOn('plain', { messageEncoding: 'none' });

  await queue.sendMessage('a plain letter');
  expect(await host.said('got')).toContain('"a plain letter"');
});

test('plain text among encoded messages goes to the poison queue unread', async () => {
  const queue = await newQueue('encoded');
  await using host = await startOn('encoded');

  await queue.sendMessage('a plain letter');
  await host.said('is not base64');
  expect(await count('encoded-poison')).toBe(1);
});

test('a queue that is made later is listened to', async () => {
  await using host = await startOn('late');
  await host.said('Cannot read late');

  await (await newQueue('late')).sendMessage(base64('"hello"'));
  expect(await host.said('got')).toContain('"hello"');
});

test('a stopping host lets the message it has taken end, and takes no other', async () => {
  const queue = await newQueue('stopping');
  await using host = await startOn('stopping', { batchSize: 1, newBatchThreshold: 0 });
  await queue.sendMessage(base64('{"ms":300}'));
  await queue.sendMessage(base64('"second"'));
  await host.said('got {"ms":300}');

  await host.close();
  expect(host.lines.filter((line) => line.includes('got'))).toHaveLength(1);
  expect(host.lines.join('\n')).toContain('letters ok');
  expect(await count('stopping')).toBe(1);
});

test('a test may feed a message by the admin API', async () => {
  await using host = await startOn('fed');
  const feed = (input: unknown) =>
    fetch(`${host.url}/admin/functions/letters`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ input }),
    });

  expect((await feed({ to: 'Ada' })).status).toBe(202);
  expect((await feed({ fails: true })).status).toBe(500);
});
