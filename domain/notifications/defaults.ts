import type { Role } from '#domain/kernel/access.ts';
import { type Channel, NotificationKind, type NotificationSettings } from './notification.ts';

const all: Channel[] = ['bell', 'email', 'push'];
const noMail: Channel[] = ['bell', 'push'];
const bellAndMail: Channel[] = ['bell', 'email'];

/**
 * What comes to each role at all, and by which ways until the person chooses. A customer is seldom here, so all of it
 * is mailed; who works here is not mailed every message.
 */
const ways: Record<Role, Partial<Record<NotificationKind, Channel[]>>> = {
  admin: {
    message: noMail,
    mention: all,
    'task-assigned': all,
    'task-requested': noMail,
    payment: ['bell'],
    'sign-up': bellAndMail,
  },
  manager: { message: noMail, mention: all, 'task-assigned': all, 'task-requested': noMail, payment: ['bell'] },
  employee: { message: noMail, mention: all, 'task-assigned': all, payment: ['bell'] },
  customer: { message: all, mention: all, 'task-status': all, payment: bellAndMail },
};

export const kindsOf = (role: Role): NotificationKind[] =>
  NotificationKind.options.filter((kind) => ways[role][kind] !== undefined);

export const defaultSettings = (role: Role): NotificationSettings => ({
  channels: Object.fromEntries(
    NotificationKind.options.map((kind) => [kind, ways[role][kind] ?? ['bell']]),
  ) as NotificationSettings['channels'],
  quietHours: null,
  digest: 'soon',
});
