import { NotificationKind } from '#domain/notifications/notification.ts';
import { pushBrowser } from '#infra/local/push/browser.ts';
import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

/** A browser of the local push service, which is the first that pushes may go to. */
const aBrowser = ({ where }: Business) => pushBrowser(where.settings['PUSH_HOSTS']!.split(',')[0]!).subscription;

/** The accepted requests of the routes about notifications. */
export const notificationRequests: Record<string, Make> = {
  'notifications-read': async ({ people }) => ({ person: people.admin, sent: { body: {} } }),

  'notifications-change-settings': async ({ people }) => ({
    person: people.admin,
    sent: {
      body: {
        channels: Object.fromEntries(NotificationKind.options.map((kind) => [kind, ['bell', 'email']])),
        quietHours: { from: '22:00', to: '07:00', timeZone: 'Europe/Oslo' },
        digest: 'hourly',
      },
    },
  }),

  'notifications-subscribe': async (business) => ({
    person: business.people.admin,
    sent: { body: aBrowser(business) },
  }),

  'notifications-unsubscribe': async (business) => ({
    person: business.people.admin,
    sent: { body: { endpoint: aBrowser(business).endpoint } },
  }),
};
