import { setTimeout as wait } from 'node:timers/promises';
import { ChangeFeedStartFrom, type Container, type FeedRange } from '@azure/cosmos';
import { hostLog, messageOf } from '../log.ts';
import type { HeldLease } from './lease.ts';

type Options = {
  container: Container;
  range: FeedRange;
  lease: HeldLease;
  functionName: string;
  pollDelayMs: number;
  maxItems: number;
  signal: AbortSignal;
  /** True when the batch is done with, worked off or given up; false when it must come again. */
  deliver: (documents: unknown[]) => Promise<boolean>;
};

/** Reads one range until it is stopped. A batch is checkpointed after it is done with, never before. */
export async function readRange(options: Options): Promise<void> {
  const { container, range, lease, functionName, pollDelayMs, maxItems, signal, deliver } = options;
  const pause = () => wait(pollDelayMs, undefined, { signal }).catch(() => {});
  const startFrom = lease.continuation
    ? ChangeFeedStartFrom.Continuation(lease.continuation)
    : ChangeFeedStartFrom.Beginning(range);
  const pages = container.items.getChangeFeedIterator<unknown[]>({
    changeFeedStartFrom: startFrom,
    maxItemCount: maxItems,
  });

  async function untilItWorks<T>(step: () => Promise<T>): Promise<T | null> {
    while (!signal.aborted) {
      try {
        return await step();
      } catch (error) {
        hostLog('warning', `Trouble with the change feed: ${messageOf(error)}`, functionName);
        await pause();
      }
    }
    return null;
  }

  while (!signal.aborted) {
    const page = await untilItWorks(() => pages.readNext());
    if (!page) return;
    if (page.count === 0) {
      await pause();
      continue;
    }
    if (!(await deliver(page.result))) return;
    // Once more even when stopping: the work is done and should not come again.
    await lease
      .checkpoint(page.continuationToken)
      .catch(() => untilItWorks(() => lease.checkpoint(page.continuationToken)));
  }
}

/** Where a lease begins that starts from now: kept, so that a change made before the first batch is not lost. */
export async function continuationFromNow(container: Container, range: FeedRange): Promise<string> {
  const pages = container.items.getChangeFeedIterator({ changeFeedStartFrom: ChangeFeedStartFrom.Now(range) });
  return (await pages.readNext()).continuationToken;
}
