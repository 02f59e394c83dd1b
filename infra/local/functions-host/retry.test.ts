import { expect, test } from 'vitest';
import type { RetryContext, RetryPolicy } from './core-types.ts';
import { delayBefore, withRetry } from './retry.ts';

const atOnce = (maxRetryCount: number): RetryPolicy => ({
  maxRetryCount,
  retryStrategy: 'fixedDelay',
  delayInterval: { seconds: 0 },
});
const going = new AbortController().signal;

/** Fails the first times, and keeps what it was told. */
function failing(times: number) {
  const told: (RetryContext | undefined)[] = [];
  const attempt = async (retryContext?: RetryContext) => {
    told.push(retryContext);
    if (told.length <= times) throw new Error(`Failure ${told.length}`);
  };
  return { told, attempt };
}

test.each([
  ['no policy', undefined, 1],
  ['no retries', atOnce(0), 1],
  ['two retries', atOnce(2), 3],
])('with %s a failing function runs and then the last error flies: %#', async (_, policy, runs) => {
  const { told, attempt } = failing(Infinity);
  await expect(withRetry(policy, going, attempt)).rejects.toThrow(`Failure ${runs}`);
  expect(told).toHaveLength(runs);
});

test('-1 goes on until it works, and each run knows how often it failed and why', async () => {
  const { told, attempt } = failing(50);
  await withRetry(atOnce(-1), going, attempt);
  expect(told).toHaveLength(51);
  expect(told[0]).toBeUndefined();
  expect(told[50]).toMatchObject({ retryCount: 50, maxRetryCount: -1, exception: { message: 'Failure 50' } });
});

test('an end of the host ends the waiting', async () => {
  const stopping = new AbortController();
  const policy: RetryPolicy = { ...atOnce(-1), delayInterval: { seconds: 3600 } };
  const attempt = async () => {
    setImmediate(() => stopping.abort());
    throw new Error('Not yet');
  };
  await expect(withRetry(policy, stopping.signal, attempt)).rejects.toThrow(/aborted/);
});

test('exponential backoff doubles from the minimum up to the maximum', () => {
  const policy: RetryPolicy = {
    maxRetryCount: -1,
    retryStrategy: 'exponentialBackoff',
    minimumInterval: { seconds: 2 },
    maximumInterval: { seconds: 15 },
  };
  expect([1, 2, 3, 4, 5, 5000].map((retry) => delayBefore(policy, retry))).toEqual([2e3, 4e3, 8e3, 15e3, 15e3, 15e3]);
});
