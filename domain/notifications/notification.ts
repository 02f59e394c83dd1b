import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Moment, TimeZone } from '#domain/kernel/time.ts';

export const NotificationKind = z
  .enum(['message', 'mention', 'task-assigned', 'task-requested', 'task-status', 'payment', 'sign-up'])
  .meta({ id: 'NotificationKind' });
export type NotificationKind = z.infer<typeof NotificationKind>;

/** What it is about: the bell groups by it, and a click goes there. */
export const NotificationSubject = z.object({
  kind: z.enum(['room', 'task', 'payment', 'member']),
  id: Id,
  title: z.string(),
});
export type NotificationSubject = z.infer<typeof NotificationSubject>;

export const Notification = z
  .object({
    id: Id,
    kind: NotificationKind,
    on: NotificationSubject,
    by: z.string().nullable(),
    text: z.string(),
    at: Moment,
    readAt: Moment.nullable(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof Notification>;

export const Channel = z.enum(['bell', 'email', 'push']).meta({ id: 'Channel' });
export type Channel = z.infer<typeof Channel>;

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Please enter a time such as 22:00');

const Channels = z.array(Channel).max(3);

export const NotificationSettings = z.strictObject({
  channels: z.strictObject({
    message: Channels,
    mention: Channels,
    'task-assigned': Channels,
    'task-requested': Channels,
    'task-status': Channels,
    payment: Channels,
    'sign-up': Channels,
  } satisfies Record<NotificationKind, typeof Channels>),
  /** No push and no mail in between; it waits. */
  quietHours: z.strictObject({ from: Clock, to: Clock, timeZone: TimeZone }).nullable(),
  /** How long mail waits so that several things come in one. */
  digest: z.enum(['soon', 'hourly', 'daily']),
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;

/** As the Push API gives it (W3C PushSubscription.toJSON). */
export const PushSubscription = z.strictObject({
  endpoint: z.url().max(1000),
  keys: z.strictObject({ p256dh: z.string().max(200), auth: z.string().max(100) }),
});
export type PushSubscription = z.infer<typeof PushSubscription>;
