import { mailAt } from '#domain/notifications/hours.ts';
import type { Member } from '#domain/members/member.ts';
import type { SystemWork } from '#functions/work.ts';
import { isHere } from './is-here.ts';
import { leftFor } from './left-for.ts';
import { enqueueNotify, secondsUntil } from './notify-queue.ts';
import { settingsFor } from './read-settings.ts';
import { pushTo } from './push-to.ts';

/** Time enough to look at the screen one sits at. */
const glanceSeconds = 10;

/** Sees to it that what a member has not read goes by the ways they chose. Safe to repeat. */
export async function deliver(system: SystemWork, member: Member): Promise<void> {
  const unread = await system.notifications.unread(member.id);
  if (leftFor(unread, 'push').length > 0) await sendOrWait(system, member);
  if (leftFor(unread, 'email').length > 0) await planMail(system, member);
}

/** At once to who is away; who is here is given the time to see it on the page. */
async function sendOrWait(system: SystemWork, member: Member): Promise<void> {
  if (!(await isHere(system, member.id))) return pushTo(system, member.id);
  await enqueueNotify({ workspaceId: system.workspaceId, memberId: member.id, way: 'push' }, glanceSeconds);
}

/** One mail is under way at a time, and takes along all that comes until it goes. */
async function planMail(system: SystemWork, member: Member): Promise<void> {
  const { notifications, workspace } = system;
  const now = system.now();
  const planned = await notifications.mailDueAt(member.id);
  if (planned !== null && Date.parse(planned) > now.getTime()) return;
  const settings = await settingsFor(system, member);
  const dueAt = mailAt(settings, now, (await workspace.get()).timeZone);
  await sendMailAt(system, member.id, dueAt);
}

export async function sendMailAt(
  { workspaceId, notifications, now }: SystemWork,
  memberId: string,
  moment: Date,
): Promise<void> {
  const dueAt = moment.toISOString();
  // Written last: a message that was not planned is passed over, a plan without a message would send nothing.
  await enqueueNotify({ workspaceId, memberId, way: 'email', dueAt }, secondsUntil(moment, now()));
  await notifications.keepMailDueAt(memberId, dueAt);
}
