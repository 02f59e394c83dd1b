import * as z from 'zod';
import { commonOptions, parseOptions } from '../bindings.ts';
import { systemMetadata, type HostContext, type Listener, type Triggered } from '../listener.ts';
import { withRetry } from '../retry.ts';
import { connectionString } from '../settings.ts';
import { clientFor, ensureLeases, resourceIdOf } from './feed-containers.ts';
import { holdRanges } from './hold-ranges.ts';
import { leaseStore } from './lease-store.ts';
import { continuationFromNow } from './read-range.ts';

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
type FeedOptions = z.infer<typeof FeedOptions>;

export async function cosmosDBTrigger(triggered: Triggered, { settings, invoker }: HostContext): Promise<Listener> {
  const { fn, bindingName } = triggered;
  const options = parseOptions(FeedOptions, triggered);
  const feed = await openFeed(options, connectionString(options.connection, settings), fn.name);

  async function invoke(documents: unknown[], extra: object = {}): Promise<void> {
    const inputData = [{ name: bindingName, data: { json: JSON.stringify(documents) } }];
    await invoker.invoke(fn, { inputData, triggerMetadata: systemMetadata(fn.name), ...extra });
  }

  return {
    ...holdRanges({
      ...feed,
      functionName: fn.name,
      acquireMs: options.leaseAcquireInterval,
      renewMs: options.leaseRenewInterval,
      expirationMs: options.leaseExpirationInterval,
      pollDelayMs: options.feedPollDelay,
      maxItems: options.maxItemsPerInvocation,

      /** As in Azure, a batch that failed for good is passed over: `retry` is what holds it. */
      async deliver(documents, signal) {
        try {
          await withRetry(fn.metadata.retryOptions, signal, (retryContext) =>
            invoke(documents, retryContext && { retryContext }),
          );
          return true;
        } catch {
          return !signal.aborted;
        }
      },
    }),
    runNow: (input) => invoke(z.array(z.unknown()).parse(input)),
  };
}

/** Finds the containers and the ranges, and sees that each range has a lease with its starting point. */
async function openFeed(options: FeedOptions, connection: string, functionName: string) {
  const { databaseName, containerName, leaseDatabaseName = databaseName, leaseContainerName } = options;
  const client = clientFor(connection);
  const container = client.database(databaseName).container(containerName);
  const leases = client.database(leaseDatabaseName).container(leaseContainerName);
  await ensureLeases(leases, options.createLeaseContainerIfNotExists);
  const store = leaseStore(leases);

  const feedId = `${options.leaseContainerPrefix}${databaseName}.${containerName}.${await resourceIdOf(container)}`;
  claim(`${leases.url}/${feedId}`, functionName);
  const ranges = (await container.getFeedRanges()).map((range) => ({
    range,
    leaseId: `${feedId}..${range.minInclusive}-${range.maxExclusive}`,
  }));
  for (const { range, leaseId } of ranges) {
    if (await store.find(leaseId)) continue;
    await store.ensure(leaseId, options.startFromBeginning ? null : await continuationFromNow(container, range));
  }
  return { container, store, ranges };
}

/** Which function reads by which leases: two on the same ones would each get a part of the changes. */
const readers = new Map<string, string>();

function claim(leases: string, functionName: string) {
  const other = readers.get(leases);
  if (other) throw new Error(`it shares its leases with ${other}: give each its own leaseContainerPrefix.`);
  readers.set(leases, functionName);
}
