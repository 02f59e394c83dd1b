import { sendDigest } from '#functions/notifications/send-digest.ts';
import { systemWork } from '#functions/work.ts';

/*
 * Sends the mail that waits for a member, as the queue does when its time has come.
 * node infra/people/mail-now.ts <workspaceId> <memberId>, with the settings of the stack in the environment.
 */
const [workspaceId = '', memberId = ''] = process.argv.slice(2);
const system = systemWork(workspaceId, (error) => console.error(error));
const dueAt = await system.notifications.mailDueAt(memberId);
if (dueAt === null) throw new Error('No mail waits for this member');
await sendDigest({ ...system, now: () => new Date(dueAt) }, { memberId, dueAt });
// The connection to the mail server is kept for the next mail, and with it this process for a minute.
process.exit();
