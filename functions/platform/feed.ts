import { app } from '@azure/functions';
import { handles, type Load, whenCalled } from './called.ts';
import { workInOneLine } from './log.ts';

type Feed = {
  container: string;
  /** How long a change may lie before it is looked for. */
  pollMs?: number;
  mostAtOnce?: number;
  load: Load;
};

/** A function for all that changes in a container, from its first document on, at least once for each change. */
export function addFeed(name: string, { container, pollMs = 250, mostAtOnce, load }: Feed): void {
  app.cosmosDB(name, {
    connection: 'COSMOS',
    databaseName: 'crm',
    containerName: container,
    leaseContainerName: 'leases',
    leaseContainerPrefix: name,
    feedPollDelay: pollMs,
    ...(mostAtOnce !== undefined && { maxItemsPerInvocation: mostAtOnce }),
    startFromBeginning: true,
    // Without it a failed batch would be passed over and lost.
    retry: {
      strategy: 'exponentialBackoff',
      maxRetryCount: -1,
      minimumInterval: { seconds: 1 },
      maximumInterval: { seconds: 30 },
    },
    handler: whenCalled<unknown[], void>(name, load),
  });
}

/** What a feed does. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only the caller knows what this container holds
export const onChanges = <Document>(name: string, handler: (documents: Document[]) => Promise<void>): void =>
  handles<Document[], void>(name, (documents, context) =>
    workInOneLine({ name, trigger: 'feed' }, context, () => handler(documents)),
  );
