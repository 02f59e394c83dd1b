import { setTimeout as wait } from 'node:timers/promises';
import type { RetryContext, RetryPolicy } from './core-types.ts';
import { messageOf, textOf } from './log.ts';

type Attempt = (retryContext?: RetryContext) => Promise<void>;

/** Tries until it works, the policy is used up (the last error flies) or `signal` ends it. -1 is for ever. */
export async function withRetry(policy: RetryPolicy | undefined, signal: AbortSignal, attempt: Attempt): Promise<void> {
  if (!policy) return attempt();

  let retryContext: RetryContext | undefined;
  for (let retryCount = 1; ; retryCount++) {
    try {
      return await attempt(retryContext);
    } catch (error) {
      const isUsedUp = policy.maxRetryCount !== -1 && retryCount > policy.maxRetryCount;
      if (isUsedUp || signal.aborted) throw error;
      const exception = { message: messageOf(error), stackTrace: textOf(error), source: '' };
      retryContext = { retryCount, maxRetryCount: policy.maxRetryCount, exception };
    }
    await wait(delayBefore(policy, retryCount), undefined, { signal });
  }
}

/** Milliseconds before the nth retry, counted from 1. */
export function delayBefore(policy: RetryPolicy, retryCount: number): number {
  if (policy.retryStrategy === 'fixedDelay') return (policy.delayInterval?.seconds ?? 0) * 1000;

  const minimum = (policy.minimumInterval?.seconds ?? 0) * 1000;
  const maximum = (policy.maximumInterval?.seconds ?? Infinity) * 1000;
  return Math.min(maximum, minimum * 2 ** (retryCount - 1), longestTimer);
}

/** setTimeout fires at once above this. */
const longestTimer = 2 ** 31 - 1;
