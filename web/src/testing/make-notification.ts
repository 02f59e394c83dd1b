import type { Notification } from '#domain/notifications/notification.ts';

/** A valid example; a test writes only what matters to it. */
export const makeNotification = (change: Partial<Notification> = {}): Notification => ({
  id: crypto.randomUUID(),
  kind: 'message',
  on: { kind: 'task', id: crypto.randomUUID(), title: 'Ring resize, N to P' },
  by: 'Tomas Abara',
  text: 'It is ready',
  at: new Date().toISOString(),
  readAt: null,
  ...change,
});
