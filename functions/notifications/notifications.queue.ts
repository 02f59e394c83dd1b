import { app, type InvocationContext } from '@azure/functions';
import { systemWork } from '#functions/work.ts';
import { NotifyMessage } from './notify-queue.ts';
import { pushTo } from './push-to.ts';
import { sendDigest } from './send-digest.ts';

app.storageQueue('notifications-send', {
  connection: 'STORAGE',
  queueName: 'notify',
  handler: async (received: unknown, context: InvocationContext): Promise<void> => {
    const message = NotifyMessage.parse(received);
    const system = systemWork(message.workspaceId, (error) => context.warn(error));
    await (message.way === 'push' ? pushTo(system, message.memberId) : sendDigest(system, message));
  },
});
