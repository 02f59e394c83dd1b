import { container, isStatus } from '#functions/platform/cosmos.ts';

const inbox = container('inbox');

type Entry = { id: string; done: boolean };
type Cursor = { id: string; createdFrom: number; ttl: number };

/** Stripe's events by their own id, so that one delivered twice is worked on once. It belongs to no workspace. */
export const inboxStore = {
  /** True when the event was already worked through. */
  async receive(eventId: string): Promise<boolean> {
    try {
      await inbox.items.create<Entry>({ id: eventId, done: false });
      return false;
    } catch (error) {
      if (!isStatus(error, 409)) throw error;
      const { resource } = await inbox.item(eventId, eventId).read<Entry>();
      return resource?.done ?? false;
    }
  },

  async finish(eventId: string): Promise<void> {
    await inbox.items.upsert<Entry>({ id: eventId, done: true });
  },

  /** The moment (Unix seconds) up to which the reconciler has read Stripe's events. */
  async cursor(): Promise<number> {
    const { resource } = await inbox.item('reconcile', 'reconcile').read<Cursor>();
    return resource?.createdFrom ?? 0;
  },

  async moveCursor(createdFrom: number): Promise<void> {
    await inbox.items.upsert<Cursor>({ id: 'reconcile', createdFrom, ttl: -1 });
  },
};
