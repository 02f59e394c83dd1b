import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { PageQuery, pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { Notification, NotificationSettings, PushSubscription } from './notification.ts';

export const notificationRoutes = {
  list: route({
    method: 'GET',
    path: 'notifications',
    summary: 'One’s notifications, newest first',
    access: 'notifications.own',
    query: PageQuery,
    result: pageOf(Notification),
  }),
  unread: route({
    method: 'GET',
    path: 'notifications/unread',
    summary: 'How many subjects have something unread',
    access: 'notifications.own',
    result: z.object({ subjects: z.int() }),
  }),
  read: route({
    method: 'POST',
    path: 'notifications/read',
    summary: 'Mark all about one subject as read, or all there are',
    access: 'notifications.own',
    body: z.strictObject({ subjectId: Id.optional() }),
  }),
  settings: route({
    method: 'GET',
    path: 'notifications/settings',
    summary: 'What comes by which way',
    access: 'notifications.own',
    result: NotificationSettings,
  }),
  changeSettings: route({
    method: 'PUT',
    path: 'notifications/settings',
    summary: 'Choose what comes by which way',
    access: 'notifications.own',
    body: NotificationSettings,
    result: NotificationSettings,
  }),
  pushKey: route({
    method: 'GET',
    path: 'notifications/push',
    summary: 'The key a browser subscribes with; null where push is not set up',
    access: 'notifications.own',
    result: z.object({ publicKey: z.string().nullable() }),
  }),
  subscribe: route({
    method: 'PUT',
    path: 'notifications/push',
    summary: 'Push to this browser from now on',
    access: 'notifications.own',
    body: PushSubscription,
  }),
  unsubscribe: route({
    method: 'POST',
    path: 'notifications/push/remove',
    summary: 'Push to this browser no more',
    access: 'notifications.own',
    body: PushSubscription.pick({ endpoint: true }),
  }),
};
