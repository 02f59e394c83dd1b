import { landingOf, type Member } from '#domain/members/member.ts';
import { quietUntil } from '#domain/notifications/hours.ts';
import type { PushSubscription } from '#domain/notifications/notification.ts';
import { type Group, groupsOf, mostSubjects, placeOf, sentenceOf } from '#domain/notifications/subjects.ts';
import { type Push, sendPush } from '#functions/platform/push.ts';
import type { SystemWork } from '#functions/work.ts';
import { findReader } from './find-reader.ts';
import { leftFor } from './left-for.ts';
import type { StoredNotification } from './notification-store.ts';
import { enqueueNotify, secondsUntil } from './notify-queue.ts';
import { settingsFor } from './read-settings.ts';

/** Pushes what is unread and was not pushed yet to all browsers of a member; in their quiet hours it waits for the end. */
export async function pushTo(system: SystemWork, memberId: string): Promise<void> {
  const { workspaceId, notifications, now } = system;
  const subscriptions = await notifications.subscriptionsOf(memberId);
  if (subscriptions.length === 0) return;
  const reader = await findReader(system, memberId);
  if (!reader) return;
  const until = quietUntil((await settingsFor(system, reader)).quietHours, now());
  if (until) return enqueueNotify({ workspaceId, memberId, way: 'push' }, secondsUntil(until, now()));

  const left = leftFor(await notifications.unread(memberId), 'push');
  if (left.length === 0) return;
  const pushes = pushesOf(groupsOf(left), reader);
  for (const subscription of subscriptions) await pushAll(system, { memberId, subscription, pushes });
  await notifications.markPushed(
    memberId,
    left.map(({ id }) => id),
    now().toISOString(),
  );
}

/** One for each subject, and for many subjects one for all. */
function pushesOf(groups: Group<StoredNotification>[], reader: Member): Push[] {
  if (groups.length > mostSubjects) {
    const titles = groups.slice(0, 3).map(({ on }) => on.title);
    const body = `${titles.join(', ')} and ${groups.length - titles.length} more`;
    return [{ title: `${groups.length} things are new`, body, url: landingOf(reader), tag: 'summary' }];
  }
  return groups.map(({ on, newest }) => ({
    title: on.title,
    body: sentenceOf(newest),
    url: placeOf(on, reader.role),
    tag: on.id,
  }));
}

type Browser = { memberId: string; subscription: PushSubscription; pushes: Push[] };

/** A push service that does not answer costs this browser its push, and nobody else theirs: the bell has it. */
async function pushAll(
  { notifications, report }: SystemWork,
  { memberId, subscription, pushes }: Browser,
): Promise<void> {
  try {
    for (const push of pushes)
      if ((await sendPush(subscription, push)) === 'gone')
        return await notifications.unsubscribe(memberId, subscription.endpoint);
  } catch (error) {
    report(error);
  }
}
