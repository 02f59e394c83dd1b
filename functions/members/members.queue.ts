import { app, type InvocationContext } from '@azure/functions';
import { systemWork } from '#functions/work.ts';
import { BulkMessage } from './bulk-queue.ts';
import { failBulk, stepBulk } from './step-bulk.ts';

/** The host's maxDequeueCount: the message is put away as poison after it. */
const lastTry = 5;

app.storageQueue('members-bulk-step', {
  connection: 'STORAGE',
  queueName: 'bulk',
  handler: async (received: unknown, context: InvocationContext): Promise<void> => {
    const message = BulkMessage.parse(received);
    const work = systemWork(message.workspaceId, (error) => context.warn(error));
    try {
      await stepBulk(work, message);
    } catch (error) {
      if (Number(context.triggerMetadata?.['dequeueCount']) >= lastTry) await failBulk(work, message.jobId);
      throw error;
    }
  },
});
