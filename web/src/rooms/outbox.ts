import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FileInRoom } from '#domain/files/file.ts';
import type { Message } from '#domain/rooms/message.ts';

/** A file of a message that is not sent yet: `blob` is null once its bytes are at the server. */
export type Enclosed = FileInRoom & { blob: Blob | null };

/** What somebody wrote. The same `messageId` is stored once, however often it is sent. */
export type Written = {
  messageId: string;
  memberId: string;
  roomId: string;
  text: string;
  replyTo: Message['replyTo'];
  mentions: readonly string[];
  files: readonly Enclosed[];
  writtenAt: string;
};

/** Not confirmed by the server. Refused: it goes out again only when its writer says so; otherwise by itself. */
export type Unsent = Written & { place: number; failed: { reason: string; isRefused: boolean } | null };

interface Stored extends DBSchema {
  unsent: { key: number; value: Omit<Unsent, 'place'> & { place?: number }; indexes: { byMember: string } };
}

/** `isWork`: there is something to send that was not there before. */
type Change = { isWork: boolean };

const channelName = 'starone outbox';
let database: Promise<IDBPDatabase<Stored>> | undefined;
const listeners = new Set<(change: Change) => void>();
const channel = new BroadcastChannel(channelName);
channel.addEventListener('message', ({ data }: MessageEvent<Change>) => hear(data));

const opened = () =>
  (database ??= openDB<Stored>('starone', 1, {
    // `place` grows with each message of this browser: it is the order they were written in.
    upgrade: (made) =>
      void made
        .createObjectStore('unsent', { keyPath: 'place', autoIncrement: true })
        .createIndex('byMember', 'memberId'),
  }));

function hear(change: Change): void {
  for (const listener of listeners) listener(change);
}

function tell(change: Change): void {
  hear(change);
  channel.postMessage(change);
}

/** Messages on their way, kept in this browser, so that neither a reload nor a day without network loses one. */
export const outbox = {
  /** All that a member wrote here and that is not sent, in the order it was written. */
  async of(memberId: string): Promise<Unsent[]> {
    return (await (await opened()).getAllFromIndex('unsent', 'byMember', memberId)) as Unsent[];
  },

  async add(written: Written): Promise<void> {
    await (await opened()).add('unsent', { ...written, failed: null });
    tell({ isWork: true });
  },

  /** Changes what is still there: it may have been removed, or sent by another tab. */
  async change(place: number, change: Pick<Unsent, 'failed'> | Pick<Unsent, 'files'>): Promise<void> {
    const { store, done } = (await opened()).transaction('unsent', 'readwrite');
    const unsent = await store.get(place);
    if (unsent) await store.put({ ...unsent, ...change });
    await done;
    tell({ isWork: false });
  },

  async retry(place: number): Promise<void> {
    await outbox.change(place, { failed: null });
    tell({ isWork: true });
  },

  async remove(place: number): Promise<void> {
    await (await opened()).delete('unsent', place);
    tell({ isWork: false });
  },

  async forget(memberId: string): Promise<void> {
    const { store, done } = (await opened()).transaction('unsent', 'readwrite');
    for (const place of await store.index('byMember').getAllKeys(memberId)) await store.delete(place);
    await done;
    tell({ isWork: false });
  },

  /** Hears changes, also those of other tabs. */
  subscribe(listener: (change: Change) => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
