import { WebPubSubServiceClient } from '@azure/web-pubsub';
import { describe, expect, test } from 'vitest';
import { withWebPubSub } from './with-web-pubsub.ts';

describe('a fault a test asks for', () => {
  test(
    'makes the next requests fail, and no more',
    withWebPubSub(async ({ endpoint, server }) => {
      endpoint.faults.refuse({ status: 503, times: 1 });
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
      endpoint.faults.refuse({ status: 503, times: 2 });
      await expect(patient.sendToAll('x')).resolves.toBeDefined();
    }),
  );

  test(
    'makes everything late, in the same order',
    withWebPubSub(async ({ endpoint, connect }) => {
      const ada = await connect({ roles: ['webpubsub.sendToGroup'], groups: ['g'] });
      endpoint.faults.delay(30);
      const startedAt = performance.now();
      await Promise.all([1, 2, 3].map((number) => ada.client.sendToGroup('g', number, 'json')));
      expect(performance.now() - startedAt).toBeGreaterThanOrEqual(29);
      expect(ada.messages.all.map(({ data }) => data)).toEqual([1, 2, 3]);
    }),
  );
});
