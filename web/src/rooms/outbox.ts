import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';

/** What somebody wrote and the server has not confirmed yet. The same `messageId` is stored once, however often it is sent. */
const Unsent = z.object({ messageId: Id, text: z.string(), writtenAt: Moment, failed: z.string().nullable() });
export type Unsent = z.infer<typeof Unsent>;

const Stored = z.array(Unsent).catch([]);

/** Messages on their way, kept in this browser per person and room, so that a reload loses nothing. */
export function outboxOf(memberId: string, roomId: string, storage: Storage = localStorage) {
  const key = `outbox.${memberId}.${roomId}`;

  const all = (): Unsent[] => {
    const text = storage.getItem(key);
    return text ? Stored.parse(parsed(text)) : [];
  };
  const keep = (unsent: Unsent[]) =>
    unsent.length > 0 ? storage.setItem(key, JSON.stringify(unsent)) : storage.removeItem(key);

  return {
    all,
    add: (text: string) =>
      keep([...all(), { messageId: crypto.randomUUID(), text, writtenAt: new Date().toISOString(), failed: null }]),
    /** `reason` null: it is on its way again. */
    mark: (messageId: string, reason: string | null) =>
      keep(all().map((each) => (each.messageId === messageId ? { ...each, failed: reason } : each))),
    remove: (messageIds: ReadonlySet<string>) => keep(all().filter((each) => !messageIds.has(each.messageId))),
  };
}
export type Outbox = ReturnType<typeof outboxOf>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}
