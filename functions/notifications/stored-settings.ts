import type { Container } from '@azure/cosmos';
import { NotificationSettings } from '#domain/notifications/notification.ts';

const id = 'settings';

/** What somebody chose; until then their role's defaults hold. */
export const storedSettings = (notifications: Container, workspaceId: string) => ({
  async settingsOf(memberId: string): Promise<NotificationSettings | null> {
    const { resource } = await notifications.item(id, [workspaceId, memberId]).read<{ settings: unknown }>();
    return resource ? NotificationSettings.parse(resource.settings) : null;
  },

  async keepSettings(memberId: string, settings: NotificationSettings): Promise<void> {
    // Notifications go after 90 days, choices do not.
    await notifications.items.upsert({ id, kind: 'settings', workspaceId, memberId, settings, ttl: -1 });
  },
});
