import { QueueServiceClient } from '@azure/storage-queue';
import { inject } from 'vitest';
import type { SystemWork } from '#functions/work.ts';
import { MailMessage } from '../follow-payments.ts';

/** Takes all messages out of the queue: the payments of this business whose receipts are to be mailed. */
export async function queuedMails({ workspaceId }: Pick<SystemWork, 'workspaceId'>): Promise<string[]> {
  const queue = QueueServiceClient.fromConnectionString(inject('settings')['STORAGE']!).getQueueClient('receipts');
  const found: string[] = [];
  for (;;) {
    const { receivedMessageItems } = await queue.receiveMessages({ numberOfMessages: 32 });
    if (receivedMessageItems.length === 0) return found;
    const messages = receivedMessageItems.map(({ messageText }) =>
      MailMessage.parse(JSON.parse(Buffer.from(messageText, 'base64').toString())),
    );
    found.push(...messages.filter((one) => one.workspaceId === workspaceId).map(({ paymentId }) => paymentId));
  }
}
