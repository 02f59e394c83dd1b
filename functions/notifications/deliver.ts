import type { Member } from '#domain/members/member.ts';
import { mailAt } from '#domain/notifications/hours.ts';
import type { Channel } from '#domain/notifications/notification.ts';
import { newest } from '#functions/platform/newest.ts';
import type { SystemWork } from '#functions/work.ts';
import { enqueueNotify, secondsUntil } from './notify-queue.ts';
import { settingsFor } from './read-settings.ts';
import { pushTo } from './push-to.ts';

/** Time enough to look at the screen one sits at. */
const glanceMs = 10_000;
const leastGlanceMs = 5_000;

/** When somebody's next push goes, as far as this process knows: it takes along all that comes until then. */
const planned = newest<number>(10_000);

/**
 * Sees to it that what a member was told goes by the ways they chose. Safe to repeat: whoever sends it looks what is
 * still unread and has not gone.
 */
export async function deliver(
  system: SystemWork,
  member: Member,
  { ways, isHere }: { ways: ReadonlySet<Channel>; isHere: boolean },
): Promise<void> {
  if (ways.has('push')) await (isHere ? planPush(system, member.id) : pushTo(system, member.id));
  if (ways.has('email')) await planMail(system, member);
}

/** Who is here is given the time to see it on the page. */
async function planPush({ workspaceId, now }: SystemWork, memberId: string): Promise<void> {
  const key = `${workspaceId} ${memberId}`;
  const at = now().getTime();
  const wait = (planned.get(key) ?? 0) - at;
  if (wait >= leastGlanceMs && wait <= glanceMs) return;
  await enqueueNotify({ workspaceId, memberId, way: 'push' }, glanceMs / 1000);
  planned.set(key, at + glanceMs);
}

/** One mail is under way at a time, and takes along all that comes until it goes. */
async function planMail(system: SystemWork, member: Member): Promise<void> {
  const { notifications, workspace } = system;
  const now = system.now();
  const due = await notifications.mailDueAt(member.id);
  if (due !== null && Date.parse(due) > now.getTime()) return;
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
