import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';

/** What somebody wrote and the server has not confirmed. The same `messageId` is stored once, however often it is sent. */
const Unsent = z.object({ messageId: Id, text: z.string(), writtenAt: Moment, failed: z.string().nullable() });
export type Unsent = z.infer<typeof Unsent>;

const Stored = z.array(Unsent).catch([]);

/** Messages on their way, kept in this browser per person and room, so that a reload loses nothing. */
export function outboxOf(memberId: string, roomId: string, storage: Storage = localStorage) {
  const key = `outbox.${memberId}.${roomId}`;
  const listeners = new Set<() => void>();

  const stored = (): string => storage.getItem(key) ?? '[]';
  const all = (): Unsent[] => unsentIn(stored());
  const keep = (unsent: Unsent[]) => {
    if (unsent.length > 0) storage.setItem(key, JSON.stringify(unsent));
    else storage.removeItem(key);
    for (const listener of listeners) listener();
  };

  return {
    all,
    /** As it is stored, so that a change is seen by comparing. */
    stored,
    /** Hears changes, also those of another tab. */
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      window.addEventListener('storage', listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', listener);
      };
    },
    add: (text: string) =>
      keep([...all(), { messageId: crypto.randomUUID(), text, writtenAt: new Date().toISOString(), failed: null }]),
    /** `reason` null: it is on its way again. */
    mark: (messageId: string, reason: string | null) =>
      keep(all().map((each) => (each.messageId === messageId ? { ...each, failed: reason } : each))),
    remove: (messageId: string) => keep(all().filter((each) => each.messageId !== messageId)),
  };
}
export type Outbox = ReturnType<typeof outboxOf>;

export function unsentIn(stored: string): Unsent[] {
  try {
    return Stored.parse(JSON.parse(stored));
  } catch {
    return [];
  }
}
