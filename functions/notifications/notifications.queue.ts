import { onMessages } from '#functions/platform/queue.ts';
import { report } from '#functions/platform/report.ts';
import { systemWork } from '#functions/work.ts';
import { NotifyMessage } from './notify-queue.ts';
import { pushTo } from './push-to.ts';
import { sendDigest } from './send-digest.ts';

onMessages('notifications-send', {
  message: NotifyMessage,
  handler: async (message) => {
    const system = systemWork(message.workspaceId, report);
    await (message.way === 'push' ? pushTo(system, message.memberId) : sendDigest(system, message));
  },
});
