import { app, type InvocationContext } from '@azure/functions';
import { noteScan, ScanResult } from './note-scan.ts';

/** In Azure an Event Grid subscription puts the scan results here. */
app.storageQueue('files-note-scan', {
  connection: 'STORAGE',
  queueName: 'file-scans',
  handler: (received: unknown, context: InvocationContext): Promise<void> =>
    noteScan(ScanResult.parse(received), (error) => context.warn(error)),
});
