import { Version } from '#domain/kernel/ids.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { Moment } from '#domain/kernel/time.ts';
import { Channel, Notification, NotificationKind } from '#domain/notifications/notification.ts';
import * as z from 'zod';
import { chunksOf, maxBatch, runBatch } from '#functions/platform/batch.ts';
import { container, documents, isStatus } from '#functions/platform/cosmos.ts';
import { mailTimes } from './mail-times.ts';
import { pushSubscriptions } from './push-subscriptions.ts';
import { storedSettings } from './stored-settings.ts';

const notifications = container('notifications');

/** Beside what people see: by which ways it goes, what of it has gone, and, of a message, its place in the room. */
export const StoredNotification = Notification.extend({
  channels: z.array(Channel),
  seq: z.int().nullable(),
  pushedAt: Moment.nullable(),
  mailedAt: Moment.nullable(),
  version: Version,
});
export type StoredNotification = z.infer<typeof StoredNotification>;
export type NewNotification = Omit<StoredNotification, 'version'>;

/** About one subject, or about a room's messages up to a seq; otherwise everything. */
type Wanted = { subjectId?: string | undefined; upToSeq?: number };

const mostUnread = 200;
/** Settings, subscriptions and mail times lie beside them. */
const isNotification = 'ARRAY_CONTAINS(@kinds, c.kind)';
const kinds = { name: '@kinds', value: [...NotificationKind.options] };

/** Notifications of one workspace, a partition for each member. */
export const notificationStore = (workspaceId: string) => {
  const keyOf = (memberId: string) => [workspaceId, memberId];
  const of = (memberId: string) =>
    documents('The notification', notifications, StoredNotification, keyOf(memberId), { workspaceId, memberId });

  /** What is gone meanwhile needs no change: it is left out when the batch is tried again. */
  const change = async (memberId: string, ids: readonly string[], path: string, value: string): Promise<void> => {
    for (const chunk of chunksOf(ids, maxBatch)) {
      const operations = chunk.map((id) => ({
        operationType: 'Patch' as const,
        id,
        resourceBody: { operations: [{ op: 'set' as const, path, value }] },
      }));
      if ((await runBatch(notifications, operations, keyOf(memberId))) === 'done') continue;
      const left = await Promise.all(chunk.map(async (id) => (await of(memberId).find(id)) && id));
      await change(
        memberId,
        left.filter((id) => id !== null),
        path,
        value,
      );
    }
  };

  const unreadIds = async (memberId: string, { subjectId, upToSeq }: Wanted): Promise<string[]> => {
    const query = {
      query: [
        `SELECT VALUE c.id FROM c WHERE ${isNotification} AND c.readAt = null`,
        ...(subjectId ? ['AND c.on.id = @subjectId'] : []),
        ...(upToSeq === undefined ? [] : ['AND c.seq <= @upToSeq']),
      ].join(' '),
      parameters: [
        kinds,
        ...(subjectId ? [{ name: '@subjectId', value: subjectId }] : []),
        ...(upToSeq === undefined ? [] : [{ name: '@upToSeq', value: upToSeq }]),
      ],
    };
    const options = { partitionKey: keyOf(memberId), maxItemCount: 1000 };
    return (await notifications.items.query<string>(query, options).fetchAll()).resources;
  };

  /** What was never there, or is gone, is no error. */
  const remove = async (memberId: string, id: string): Promise<void> => {
    try {
      await notifications.item(id, keyOf(memberId)).delete();
    } catch (error) {
      if (!isStatus(error, 404)) throw error;
    }
  };

  return {
    /** False when it is there already: whoever is told once is not told again. */
    async add(memberId: string, notification: NewNotification): Promise<boolean> {
      try {
        await of(memberId).add(notification);
        return true;
      } catch (error) {
        if (isStatus(error, 409)) return false;
        throw error;
      }
    },

    find: (memberId: string, id: string): Promise<StoredNotification | null> => of(memberId).find(id),

    /** Of the bell, the newest first. */
    list: (memberId: string, at: Pick<PageQuery, 'cursor' | 'limit'>): Promise<Page<StoredNotification>> => {
      const query = `SELECT * FROM c WHERE ${isNotification} AND ARRAY_CONTAINS(c.channels, 'bell') ORDER BY c.at DESC, c.id DESC`;
      return of(memberId).page({ query, parameters: [kinds] }, at);
    },

    /** The newest unread ones, by whichever way they go. */
    async unread(memberId: string): Promise<StoredNotification[]> {
      const query = `SELECT * FROM c WHERE ${isNotification} AND c.readAt = null ORDER BY c.at DESC, c.id DESC`;
      return (await of(memberId).page({ query, parameters: [kinds] }, { limit: mostUnread })).items;
    },

    /** In the bell. */
    async unreadSubjects(memberId: string): Promise<number> {
      const query = `SELECT DISTINCT VALUE c.on.id FROM c WHERE ${isNotification} AND c.readAt = null AND ARRAY_CONTAINS(c.channels, 'bell')`;
      const options = { partitionKey: keyOf(memberId), maxItemCount: 1000 };
      const { resources } = await notifications.items.query({ query, parameters: [kinds] }, options).fetchAll();
      return resources.length;
    },

    /** How many became read. */
    async markRead(memberId: string, wanted: Wanted, at: string): Promise<number> {
      const ids = await unreadIds(memberId, wanted);
      await change(memberId, ids, '/readAt', at);
      return ids.length;
    },

    markPushed: (memberId: string, ids: string[], at: string): Promise<void> => change(memberId, ids, '/pushedAt', at),
    markMailed: (memberId: string, ids: string[], at: string): Promise<void> => change(memberId, ids, '/mailedAt', at),
    retext: (memberId: string, id: string, text: string): Promise<void> => change(memberId, [id], '/text', text),

    remove,

    /** Whoever somebody was told of has another name from now on. A notification names people, and does not say which. */
    async renameSomebody(memberId: string, { was, name }: { was: string; name: string }): Promise<void> {
      for (const [condition, path] of [
        ['c.by = @was', '/by'],
        ['c.on.title = @was', '/on/title'],
      ] as const) {
        const query = {
          query: `SELECT VALUE c.id FROM c WHERE ${condition}`,
          parameters: [{ name: '@was', value: was }],
        };
        const options = { partitionKey: keyOf(memberId), maxItemCount: 1000 };
        const { resources } = await notifications.items.query<string>(query, options).fetchAll();
        await change(memberId, resources, path, name);
      }
    },

    /** What was said in a room, for somebody who may no longer read it. */
    async saidIn(memberId: string, roomId: string): Promise<string[]> {
      const query = 'SELECT VALUE c.id FROM c WHERE c.on.id = @roomId AND c.seq >= 0';
      const options = { partitionKey: keyOf(memberId), maxItemCount: 1000 };
      const parameters = [{ name: '@roomId', value: roomId }];
      return (await notifications.items.query<string>({ query, parameters }, options).fetchAll()).resources;
    },

    /** With their settings and browsers. */
    async removeAllOf(memberId: string): Promise<void> {
      const options = { partitionKey: keyOf(memberId), maxItemCount: 1000 };
      const { resources } = await notifications.items.query<string>('SELECT VALUE c.id FROM c', options).fetchAll();
      for (const id of resources) await remove(memberId, id);
    },

    ...storedSettings(notifications, workspaceId),
    ...pushSubscriptions(notifications, workspaceId),
    ...mailTimes(notifications, workspaceId),
  };
};
