import { app, type InvocationContext } from '@azure/functions';
import { onChanges } from '#functions/platform/feed.ts';
import { enqueue } from '#functions/platform/storage.ts';
import { systemWork } from '#functions/work.ts';
import { followPayments, MailMessage } from './follow-payments.ts';
import { mailOrLater } from './mail-receipt.ts';

onChanges<{ workspaceId: string }>('receipts-issue', {
  container: 'payments',
  pollMs: 500,
  handler: async (documents, context) => {
    for (const [workspaceId, ofOne] of Map.groupBy(documents, (document) => document.workspaceId))
      await followPayments(
        systemWork(workspaceId, (error) => context.warn(error)),
        ofOne,
      );
  },
});

// By way of a queue: a mail server that is away must not keep numbers waiting.
app.storageQueue('receipts-mail', {
  connection: 'STORAGE',
  queueName: 'receipts',
  handler: async (received: unknown, context: InvocationContext): Promise<void> => {
    const message = MailMessage.parse(received);
    const system = systemWork(message.workspaceId, (error) => context.warn(error));
    await mailOrLater(system, message, (next, afterSeconds) => enqueue('receipts', next, afterSeconds));
  },
});
