import { app } from '@azure/functions';
import { noteMembers } from './note-members.ts';

app.cosmosDB('profile-note-members', {
  connection: 'COSMOS',
  databaseName: 'crm',
  containerName: 'workspaces',
  leaseContainerName: 'leases',
  leaseContainerPrefix: 'profile-note-members',
  // What it notes is needed in 30 days.
  feedPollDelay: 5000,
  startFromBeginning: true,
  retry: {
    strategy: 'exponentialBackoff',
    maxRetryCount: -1,
    minimumInterval: { seconds: 1 },
    maximumInterval: { seconds: 30 },
  },
  handler: (documents: unknown[]): Promise<void> => noteMembers(documents),
});
