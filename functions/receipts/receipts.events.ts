import { onChanges } from '#functions/platform/feed.ts';
import { onMessages } from '#functions/platform/queue.ts';
import { report } from '#functions/platform/report.ts';
import { enqueue } from '#functions/platform/storage.ts';
import { systemWork } from '#functions/work.ts';
import { followPayments, MailMessage } from './follow-payments.ts';
import { mailOrLater } from './mail-receipt.ts';

onChanges<{ workspaceId: string }>('receipts-issue', async (documents) => {
  for (const [workspaceId, ofOne] of Map.groupBy(documents, (document) => document.workspaceId))
    await followPayments(systemWork(workspaceId, report), ofOne);
});

// By way of a queue: a mail server that is away must not keep numbers waiting.
onMessages('receipts-mail', {
  message: MailMessage,
  handler: (message) =>
    mailOrLater(systemWork(message.workspaceId, report), message, (next, afterSeconds) =>
      enqueue('receipts', next, afterSeconds),
    ),
});
