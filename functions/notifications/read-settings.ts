import type { Role } from '#domain/kernel/access.ts';
import { defaultSettings } from '#domain/notifications/defaults.ts';
import type { NotificationSettings } from '#domain/notifications/notification.ts';
import type { SystemWork, Work } from '#functions/work.ts';

export const settingsFor = async (
  { notifications }: Pick<SystemWork, 'notifications'>,
  { id, role }: { id: string; role: Role },
): Promise<NotificationSettings> => (await notifications.settingsOf(id)) ?? defaultSettings(role);

export const readSettings = (work: Work): Promise<NotificationSettings> =>
  settingsFor(work, { id: work.caller.memberId, role: work.caller.role });
