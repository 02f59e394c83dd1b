import { CosmosClient } from '@azure/cosmos';
import { BlobServiceClient, RestError } from '@azure/storage-blob';
import { Stripe } from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CosmosForTests, openCosmos } from '#infra/local/cosmos/with-cosmos.ts';
import { secondsToWait } from './outage.ts';

const { StripeAPIError, StripeCardError, StripeIdempotencyError, StripeRateLimitError } = Stripe.errors;

let local: CosmosForTests;
beforeAll(async () => {
  local = await openCosmos();
});
afterAll(() => local.stop());
beforeEach(() => local.cosmos.faults.clear());

const failing = async (work: Promise<unknown>): Promise<unknown> => {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  );
  expect(outcome).not.toBeNull();
  return outcome;
};

describe('a database that is busy or away for longer than the SDK retries', () => {
  test.each([
    ['throttled', { status: 429, retryAfterMs: 2 }, 1],
    ['unavailable', { status: 503 }, 1],
    ['lost the answer', { dropAfterCommit: true }, 1],
    ['refused for another reason', { status: 500 }, null],
  ])('%s', async (_, fault, seconds) => {
    const container = await local.container();
    local.cosmos.faults.add({ operation: 'create', ...fault });
    const error = await failing(container.items.create({ id: 'a', workspaceId: 'acme' }));
    expect(secondsToWait(error)).toBe(seconds);
  });

  test.each([429, 503])('answers a batch with %i', async (status) => {
    const container = await local.container();
    local.cosmos.faults.add({ operation: 'batch', status, retryAfterMs: 2 });
    const create = { operationType: 'Create', resourceBody: { id: 'a', workspaceId: 'acme' } } as const;
    expect(secondsToWait(await failing(container.items.batch([create], 'acme')))).toBe(1);
  });

  test('a long wait is said in whole seconds', async () => {
    const { id } = await local.container();
    const impatient = new CosmosClient({
      endpoint: local.cosmos.endpoint,
      key: local.cosmos.key,
      connectionPolicy: {
        retryOptions: { maxRetryAttemptCount: 0, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 0 },
      },
    });
    local.cosmos.faults.add({ operation: 'create', status: 429, retryAfterMs: 31_200 });
    const { items } = impatient.database('crm').container(id);
    expect(secondsToWait(await failing(items.create({ id: 'a', workspaceId: 'acme' })))).toBe(32);
  });

  test('nobody listens', async () => {
    const client = new CosmosClient({
      endpoint: 'http://127.0.0.1:1/',
      key: 'bm8=',
      connectionPolicy: { requestTimeout: 100 },
    });
    expect(secondsToWait(await failing(client.getDatabaseAccount()))).toBe(1);
  });
});

test('storage that does not answer', async () => {
  const client = new BlobServiceClient('http://127.0.0.1:1/account', undefined, { retryOptions: { maxTries: 1 } });
  expect(secondsToWait(await failing(client.getProperties()))).toBe(1);
  expect(secondsToWait(new RestError('Busy', { statusCode: 503 }))).toBe(1);
});

test('Stripe that does not answer, or has trouble of its own', async () => {
  const away = new Stripe('sk_test_nobody', { host: '127.0.0.1', port: 1, protocol: 'http', maxNetworkRetries: 0 });
  expect(secondsToWait(await failing(away.balance.retrieve()))).toBe(1);
  expect(secondsToWait(new StripeAPIError({ message: 'Down', type: 'api_error' }))).toBe(1);
  expect(secondsToWait(new StripeRateLimitError({ message: 'Slower', type: 'rate_limit_error' }))).toBe(1);
  const keyOf = (statusCode: number) =>
    new StripeIdempotencyError({ message: 'In use', type: 'idempotency_error', statusCode });
  expect([409, 400].map((status) => secondsToWait(keyOf(status)))).toEqual([1, null]);
});

test('what is not an outage stays a failure of ours', () => {
  expect(secondsToWait(new Error('a defect'))).toBeNull();
  expect(secondsToWait(new RestError('No', { statusCode: 404 }))).toBeNull();
  expect(secondsToWait(new StripeCardError({ message: 'No', type: 'card_error' }))).toBeNull();
});
