import { notificationRoutes } from '#domain/notifications/routes.ts';
import { config } from '#functions/platform/config.ts';
import { serve } from '#functions/serve.ts';
import { markRead } from './mark-read.ts';
import { readSettings } from './read-settings.ts';
import { subscribePush } from './subscribe-push.ts';

serve('notifications-list', notificationRoutes.list, ({ notifications, caller }, { query }) =>
  notifications.list(caller.memberId, query),
);
serve('notifications-unread', notificationRoutes.unread, async ({ notifications, caller }) => ({
  subjects: await notifications.unreadSubjects(caller.memberId),
}));
serve('notifications-read', notificationRoutes.read, (work, { body }) => markRead(work, body));
serve('notifications-settings', notificationRoutes.settings, readSettings);
serve('notifications-change-settings', notificationRoutes.changeSettings, async (work, { body }) => {
  await work.notifications.keepSettings(work.caller.memberId, body);
  return readSettings(work);
});
serve('notifications-push-key', notificationRoutes.pushKey, async () => ({
  publicKey: config.push?.publicKey ?? null,
}));
serve('notifications-subscribe', notificationRoutes.subscribe, (work, { body }) => subscribePush(work, body));
serve('notifications-unsubscribe', notificationRoutes.unsubscribe, ({ notifications, caller }, { body }) =>
  notifications.unsubscribe(caller.memberId, body.endpoint),
);
