import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { commonOptions, parseOptions } from '../bindings.ts';
import { systemMetadata, type HostContext, type Listener, type Triggered } from '../listener.ts';
import { hostLog, messageOf } from '../log.ts';
import { withRetry } from '../retry.ts';
import { connectionString } from '../settings.ts';
import { clientFor, ensureLeases, resourceIdOf } from './feed-containers.ts';
import { leaseStore } from './lease-store.ts';
import { acquire, newOwner, type HeldLease } from './lease.ts';
import { continuationFromNow, readRange } from './read-range.ts';

const milliseconds = z.int().min(0);

/** Defaults are Azure's. */
const FeedOptions = z.strictObject({
  ...commonOptions,
  connection: z.string(),
  databaseName: z.string(),
  containerName: z.string(),
  leaseDatabaseName: z.string().optional(),
  leaseContainerName: z.string().default('leases'),
  leaseContainerPrefix: z.string().default(''),
  createLeaseContainerIfNotExists: z.boolean().default(false),
  feedPollDelay: milliseconds.default(5_000),
  leaseAcquireInterval: milliseconds.default(13_000),
  leaseExpirationInterval: milliseconds.default(60_000),
  leaseRenewInterval: milliseconds.default(17_000),
  maxItemsPerInvocation: z.int().min(1).default(100),
  startFromBeginning: z.boolean().default(false),
  changeFeedMode: z.literal('LatestVersion').optional(),
});

const owner = newOwner();
/** Which function reads by which leases: two on the same ones would each get a part of the changes. */
const readers = new Map<string, string>();

export async function cosmosDBTrigger(triggered: Triggered, { settings, invoker }: HostContext): Promise<Listener> {
  const { fn, bindingName } = triggered;
  const options = parseOptions(FeedOptions, triggered);
  const client = clientFor(connectionString(options.connection, settings));
  const container = client.database(options.databaseName).container(options.containerName);
  const leases = client
    .database(options.leaseDatabaseName ?? options.databaseName)
    .container(options.leaseContainerName);
  await ensureLeases(leases, options.createLeaseContainerIfNotExists);

  const family = `${options.leaseContainerPrefix}${options.databaseName}.${options.containerName}.${await resourceIdOf(container)}`;
  claim(`${leases.url}/${family}`, fn.name);
  const ranges = (await container.getFeedRanges()).map((range) => ({
    range,
    leaseId: `${family}..${range.minInclusive}-${range.maxExclusive}`,
  }));
  const store = leaseStore(leases);
  for (const { range, leaseId } of ranges) {
    if (await store.find(leaseId)) continue;
    await store.ensure(leaseId, options.startFromBeginning ? null : await continuationFromNow(container, range));
  }

  const stopping = new AbortController();
  const held = new Map<string, HeldLease>();
  const reading = new Set<Promise<void>>();

  async function invoke(documents: unknown, extra: object = {}): Promise<void> {
    const inputData = [{ name: bindingName, data: { json: JSON.stringify(documents) } }];
    await invoker.invoke(fn, { inputData, triggerMetadata: systemMetadata(fn.name), ...extra });
  }

  /** As in Azure, a batch that failed for good is passed over: `retry` is what holds it. */
  async function deliver(documents: unknown[], signal: AbortSignal): Promise<boolean> {
    try {
      await withRetry(fn.metadata.retryOptions, signal, (retryContext) =>
        invoke(documents, retryContext && { retryContext }),
      );
      return true;
    } catch {
      return !signal.aborted;
    }
  }

  async function readWhileHeld({ range, leaseId }: (typeof ranges)[number], lease: HeldLease) {
    const signal = AbortSignal.any([stopping.signal, lease.lost]);
    const renewing = setInterval(() => {
      lease
        .renew()
        .catch((error: unknown) => hostLog('warning', `Cannot renew the lease: ${messageOf(error)}`, fn.name));
    }, options.leaseRenewInterval);
    await readRange({
      container,
      range,
      lease,
      signal,
      functionName: fn.name,
      pollDelayMs: options.feedPollDelay,
      maxItems: options.maxItemsPerInvocation,
      deliver: (documents) => deliver(documents, signal),
    });
    clearInterval(renewing);
    if (!lease.lost.aborted) return;
    held.delete(leaseId);
    hostLog('warning', `Another host has taken ${leaseId}.`, fn.name);
  }

  async function takeFreeRanges() {
    for (const each of ranges) {
      if (held.has(each.leaseId)) continue;
      const lease = await acquire(store, each.leaseId, owner, options.leaseExpirationInterval);
      if (!lease) continue;
      held.set(each.leaseId, lease);
      const work = readWhileHeld(each, lease);
      reading.add(work);
      void work.finally(() => reading.delete(work));
    }
  }

  async function listen() {
    while (!stopping.signal.aborted) {
      await takeFreeRanges().catch((error: unknown) =>
        hostLog('warning', `Cannot take a lease: ${messageOf(error)}`, fn.name),
      );
      await wait(options.leaseAcquireInterval, undefined, { signal: stopping.signal }).catch(() => {});
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
      await Promise.allSettled([...held.values()].map((lease) => lease.release()));
    },
    runNow: (input) => invoke(input ?? []),
  };
}

function claim(leases: string, functionName: string) {
  const other = readers.get(leases);
  if (other) throw new Error(`it shares its leases with ${other}: give each its own leaseContainerPrefix.`);
  readers.set(leases, functionName);
}
