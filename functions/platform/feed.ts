import { app, type InvocationContext } from '@azure/functions';

type Feed<Document> = {
  container: string;
  /** How long a change may lie before it is looked for. */
  pollMs?: number;
  mostAtOnce?: number;
  handler: (documents: Document[], context: InvocationContext) => Promise<void>;
};

/** Runs for all that changes in a container, from its first document on, at least once for each change. */
export function onChanges<Document>(
  name: string,
  { container, pollMs = 250, mostAtOnce, handler }: Feed<Document>,
): void {
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
    handler: (documents: unknown[], context: InvocationContext) => handler(documents as Document[], context),
  });
}
