import { setTimeout as wait } from 'node:timers/promises';
import type { Container, FeedRange } from '@azure/cosmos';
import type { Listener } from '../listener.ts';
import { hostLog, messageOf } from '../log.ts';
import type { LeaseStore } from './lease-store.ts';
import { acquire, newOwner, type HeldLease } from './lease.ts';
import { readRange } from './read-range.ts';

export type LeasedRange = { leaseId: string; range: FeedRange };

type Options = {
  ranges: LeasedRange[];
  container: Container;
  store: LeaseStore;
  functionName: string;
  acquireMs: number;
  renewMs: number;
  expirationMs: number;
  pollDelayMs: number;
  maxItems: number;
  deliver: (documents: unknown[], signal: AbortSignal) => Promise<boolean>;
};

/** One owner for all functions of this process. */
const owner = newOwner();

/** Takes every range that is free, now and again, and reads each for as long as its lease is held. */
export function holdRanges(options: Options): Pick<Listener, 'start' | 'stop' | 'release'> {
  const { ranges, container, store, functionName, pollDelayMs, maxItems, deliver } = options;
  const stopping = new AbortController();
  const held = new Map<string, HeldLease>();
  const reading = new Set<Promise<void>>();
  const warn = (text: string) => (error: unknown) => hostLog('warning', `${text}: ${messageOf(error)}`, functionName);

  async function readWhileHeld({ range, leaseId }: LeasedRange, lease: HeldLease) {
    const signal = AbortSignal.any([stopping.signal, lease.lost]);
    const renewing = setInterval(() => void lease.renew().catch(warn('Cannot renew a lease')), options.renewMs);
    await readRange({
      container,
      range,
      lease,
      functionName,
      pollDelayMs,
      maxItems,
      signal,
      deliver: (documents) => deliver(documents, signal),
    });
    clearInterval(renewing);
    if (!lease.lost.aborted) return;

    held.delete(leaseId);
    hostLog('warning', `The lease ${leaseId} is somebody else's now.`, functionName);
  }

  async function takeFreeRanges() {
    for (const leased of ranges) {
      if (held.has(leased.leaseId)) continue;
      const lease = await acquire(store, leased.leaseId, owner, options.expirationMs);
      if (!lease) continue;
      held.set(leased.leaseId, lease);
      const work = readWhileHeld(leased, lease);
      reading.add(work);
      void work.finally(() => reading.delete(work));
    }
  }

  async function listen() {
    while (!stopping.signal.aborted) {
      await takeFreeRanges().catch(warn('Cannot take a lease'));
      await wait(options.acquireMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
    await Promise.all(reading);
  }

  let loop = Promise.resolve();
  return {
    start() {
      loop = listen();
    },
    stop() {
      stopping.abort();
      return loop;
    },
    async release() {
      await Promise.all([...held.values()].map((lease) => lease.release().catch(warn('Cannot give back a lease'))));
    },
  };
}
