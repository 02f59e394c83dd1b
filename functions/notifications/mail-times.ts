import type { Container } from '@azure/cosmos';

const id = 'mail';

/**
 * When somebody's next mail goes, so that one message is in the queue for it, however much comes until then. A message
 * for another time than this is an old one.
 */
export const mailTimes = (notifications: Container, workspaceId: string) => ({
  async mailDueAt(memberId: string): Promise<string | null> {
    const { resource } = await notifications.item(id, [workspaceId, memberId]).read<{ dueAt: string }>();
    return resource?.dueAt ?? null;
  },

  async keepMailDueAt(memberId: string, dueAt: string | null): Promise<void> {
    await notifications.items.upsert({ id, kind: 'mail', workspaceId, memberId, dueAt });
  },
});
