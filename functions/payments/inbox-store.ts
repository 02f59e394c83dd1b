import * as z from 'zod';
import { container, isStatus } from '#functions/platform/cosmos.ts';
import type { StripeNews } from './stripe-news.ts';

const inbox = container('inbox');

const Cursor = z.object({ createdFrom: z.int(), comparedOn: z.iso.date().nullable().default(null) });
/** How far the reconciler has read an account: its events (Unix seconds), and the last day whose ledger it compared. */
export type Cursor = z.infer<typeof Cursor>;

const cursorId = (account: string | null): string => `reconcile-${account ?? 'own'}`;

/** Stripe's events by their own id, so that one delivered twice is worked on once. It belongs to no workspace. */
export const inboxStore = {
  /** For the feed; one that came before is there already. */
  async receive(news: StripeNews): Promise<void> {
    try {
      await inbox.items.create(news);
    } catch (error) {
      if (!isStatus(error, 409)) throw error;
    }
  },

  async isKnown(eventId: string): Promise<boolean> {
    return (await inbox.item(eventId, eventId).read()).resource !== undefined;
  },

  async forget(eventId: string): Promise<void> {
    await inbox.item(eventId, eventId).delete();
  },

  /** Worked on already: the feed has nothing to do for it. */
  async finish(eventId: string): Promise<void> {
    await inbox.items.upsert({ id: eventId });
  },

  async cursor(account: string | null): Promise<Cursor> {
    const id = cursorId(account);
    const { resource } = await inbox.item(id, id).read<Record<string, unknown>>();
    return resource ? Cursor.parse(resource) : { createdFrom: 0, comparedOn: null };
  },

  async moveCursor(account: string | null, cursor: Cursor): Promise<void> {
    await inbox.items.upsert({ ...cursor, id: cursorId(account), ttl: -1 });
  },
};
