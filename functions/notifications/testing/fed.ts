import type { MessageDraft } from '#domain/rooms/message.ts';
import type { Notification } from '#domain/notifications/notification.ts';
import { container } from '#functions/platform/cosmos.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import type { SystemWork, Work } from '#functions/work.ts';
import { tellRooms } from '../tell-rooms.ts';
import { tellTasks } from '../tell-tasks.ts';

/** What the feed of a container brings of one partition, from its first document on. */
export async function fed(name: string, partitionKey: string | string[]): Promise<unknown[]> {
  return (await container(name).items.query('SELECT * FROM c', { partitionKey }).fetchAll()).resources;
}

export const feedRoom = async (system: SystemWork, roomId: string): Promise<void> =>
  tellRooms(system, await fed('rooms', [system.workspaceId, roomId]));

export const feedTasks = async (system: SystemWork): Promise<void> =>
  tellTasks(system, await fed('tasks', system.workspaceId));

/** As the system works at another moment. */
export const at = (crm: Crm, moment: Date): SystemWork => ({ ...crm.system(), now: () => moment });

export const minutesFromNow = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);

/** What a person's bell holds, the newest first. */
export const bellOf = async ({ notifications, caller }: Work): Promise<Notification[]> =>
  (await notifications.list(caller.memberId, { limit: 50 })).items;

export const draft = (text: string, change: Partial<MessageDraft> = {}): MessageDraft => ({
  messageId: crypto.randomUUID(),
  text,
  replyTo: null,
  files: [],
  mentions: [],
  ...change,
});
