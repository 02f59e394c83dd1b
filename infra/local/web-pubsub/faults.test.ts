import { WebPubSubServiceClient } from '@azure/web-pubsub';
import { describe, expect, test } from 'vitest';
import { withWebPubSub } from './with-web-pubsub.ts';

describe('a fault a test asks for', () => {
  test(
    'makes the next requests fail, and no more',
    withWebPubSub(async ({ endpoint, server }) => {
      endpoint.faults.add({ status: 503, times: 1 });
      await expect(server.sendToAll('x')).rejects.toMatchObject({ statusCode: 503 });
      await server.sendToAll('x');
    }),
  );

  test(
    'is ridden out by the retries of the SDK',
    withWebPubSub(async ({ endpoint }) => {
      const patient = new WebPubSubServiceClient(endpoint.connectionString, 'crm', {
        allowInsecureConnection: true,
        retryOptions: { retryDelayInMs: 1 },
      });
      endpoint.faults.add({ status: 503, times: 2 });
      await expect(patient.sendToAll('x')).resolves.toBeDefined();
    }),
  );

  test(
    'makes everything late, in the same order',
    withWebPubSub(async ({ endpoint, connect }) => {
      const ada = await connect({ roles: ['webpubsub.sendToGroup'], groups: ['g'] });
      endpoint.faults.add({ delayMs: 30 });
      const startedAt = performance.now();
      await Promise.all([1, 2, 3].map((number) => ada.client.sendToGroup('g', number, 'json')));
      expect(performance.now() - startedAt).toBeGreaterThanOrEqual(29);
      expect(ada.messages.all.map(({ data }) => data)).toEqual([1, 2, 3]);
    }),
  );

  test(
    'cuts the connection after the work: the SDK asks again, and the message comes twice',
    withWebPubSub(async ({ endpoint, connect }) => {
      const ada = await connect({ groups: ['g'] });
      const patient = new WebPubSubServiceClient(endpoint.connectionString, 'crm', {
        allowInsecureConnection: true,
        retryOptions: { retryDelayInMs: 1 },
      });
      endpoint.faults.add({ dropAfterCommit: true, times: 1 });
      await patient.group('g').sendToAll('paid');
      expect((await ada.messages.at(2)).map(({ data }) => data)).toEqual(['paid', 'paid']);
    }),
  );

  test(
    'lets a message come twice, and the client of the SDK hears both',
    withWebPubSub(async ({ endpoint, server, connect }) => {
      const ada = await connect({ groups: ['g'] });
      endpoint.faults.add({ duplicate: true, times: 1 });
      for (const text of ['first', 'second']) await server.group('g').sendToAll(text);
      expect((await ada.messages.at(3)).map(({ data }) => data)).toEqual(['first', 'first', 'second']);
    }),
  );

  test(
    'lets a message come after the next one, or when the fault is taken away',
    withWebPubSub(async ({ endpoint, server, connect }) => {
      const ada = await connect({ groups: ['g'] });
      endpoint.faults.add({ reorder: true, times: 1 });
      for (const text of ['first', 'second']) await server.group('g').sendToAll(text);
      expect((await ada.messages.at(2)).map(({ data }) => data)).toEqual(['second', 'first']);

      endpoint.faults.add({ reorder: true, times: 1 });
      await server.group('g').sendToAll('third');
      endpoint.faults.clear();
      expect((await ada.messages.at(3)).map(({ data }) => data)).toEqual(['second', 'first', 'third']);
    }),
  );

  test(
    'is asked for by another process in the same words',
    withWebPubSub(async ({ endpoint, server }) => {
      const control = (faults: object[]) =>
        fetch(`${endpoint.endpoint}/_control`, { method: 'POST', body: JSON.stringify({ faults }) });
      await control([{ status: 429, times: 1 }]);
      await expect(server.sendToAll('x')).rejects.toMatchObject({ statusCode: 429 });
      expect(endpoint.faults.met()).toBe(1);
      await control([{ status: 503 }]);
      await control([]);
      await server.sendToAll('x');
    }),
  );
});
