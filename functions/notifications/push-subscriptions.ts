import type { Container } from '@azure/cosmos';
import { PushSubscription } from '#domain/notifications/notification.ts';
import { isStatus } from '#functions/platform/cosmos.ts';
import { derivedId } from '#functions/platform/derived-id.ts';

type Stored = { id: string; subscription: unknown; sessionId?: string };

/** `sessionId`: in which the browser asked for it. */
type Browser = { subscription: PushSubscription; sessionId: string; at: string };

/** A person has a few browsers; whatever makes more than these loses the oldest. */
const mostBrowsers = 10;

const idOf = (endpoint: string): string => derivedId('push', endpoint);

/** The browsers that somebody wants pushes on. */
export const pushSubscriptions = (notifications: Container, workspaceId: string) => {
  const stored = async (memberId: string): Promise<Stored[]> => {
    const query = `SELECT * FROM c WHERE c.kind = 'subscription' ORDER BY c.at DESC, c.id DESC`;
    const options = { partitionKey: [workspaceId, memberId], maxItemCount: 100 };
    return (await notifications.items.query<Stored>(query, options).fetchAll()).resources;
  };
  const removeById = async (memberId: string, id: string): Promise<void> => {
    try {
      await notifications.item(id, [workspaceId, memberId]).delete();
    } catch (error) {
      if (!isStatus(error, 404)) throw error;
    }
  };

  return {
    subscriptionsOf: async (memberId: string): Promise<PushSubscription[]> =>
      (await stored(memberId)).map(({ subscription }) => PushSubscription.parse(subscription)),

    async subscribe(memberId: string, browser: Browser): Promise<void> {
      const id = idOf(browser.subscription.endpoint);
      const mark = { kind: 'subscription', workspaceId, memberId, ttl: -1 };
      await notifications.items.upsert({ ...mark, id, ...browser });
      for (const old of (await stored(memberId)).slice(mostBrowsers)) await removeById(memberId, old.id);
    },

    /** A browser that is sent out, or lost, shows no more of what is said. */
    async forgetBrowsers(memberId: string, sessionIds: readonly string[]): Promise<void> {
      for (const { id, sessionId } of await stored(memberId))
        if (sessionId !== undefined && sessionIds.includes(sessionId)) await removeById(memberId, id);
    },

    unsubscribe: (memberId: string, endpoint: string): Promise<void> => removeById(memberId, idOf(endpoint)),
  };
};
