import { app, type InvocationContext } from '@azure/functions';
import { systemWork } from '#functions/work.ts';
import { type Fed, recomputeSegments } from './recompute-segments.ts';

app.cosmosDB('segments-recompute', {
  connection: 'COSMOS',
  databaseName: 'crm',
  containerName: 'payments',
  leaseContainerName: 'leases',
  leaseContainerPrefix: 'segments-recompute',
  feedPollDelay: 250,
  maxItemsPerInvocation: 1000,
  startFromBeginning: true,
  // Without it a failed batch would be passed over and lost.
  retry: {
    strategy: 'exponentialBackoff',
    maxRetryCount: -1,
    minimumInterval: { seconds: 1 },
    maximumInterval: { seconds: 30 },
  },
  handler: async (documents: Fed[], context: InvocationContext): Promise<void> => {
    const workspaces = Map.groupBy(documents, ({ workspaceId }) => String(workspaceId));
    for (const [workspaceId, fed] of workspaces) {
      await recomputeSegments(
        systemWork(workspaceId, (error) => context.warn(error)),
        fed,
      );
    }
  },
});
