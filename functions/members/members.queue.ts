import { onMessages } from '#functions/platform/queue.ts';
import { report } from '#functions/platform/report.ts';
import { systemWork } from '#functions/work.ts';
import { BulkMessage } from './bulk-queue.ts';
import { failBulk, stepBulk } from './step-bulk.ts';

onMessages('members-bulk-step', {
  message: BulkMessage,
  handler: async (message, { isLastTry }) => {
    const work = systemWork(message.workspaceId, report);
    try {
      await stepBulk(work, message);
    } catch (error) {
      if (isLastTry) await failBulk(work, message.jobId);
      throw error;
    }
  },
});
