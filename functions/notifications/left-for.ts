import type { Channel } from '#domain/notifications/notification.ts';
import type { StoredNotification } from './notification-store.ts';

/** What is unread and has not gone by that way yet. */
export const leftFor = (unread: readonly StoredNotification[], way: Exclude<Channel, 'bell'>): StoredNotification[] =>
  unread.filter(
    ({ channels, pushedAt, mailedAt }) => channels.includes(way) && (way === 'push' ? pushedAt : mailedAt) === null,
  );
