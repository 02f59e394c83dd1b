import * as z from 'zod';
import { FileInRoom } from '#domain/files/file.ts';
import { Message } from '#domain/rooms/message.ts';

const Draft = z.object({
  text: z.string(),
  replyTo: Message.shape.replyTo,
  /** Those that are at the server. */
  files: z.array(FileInRoom),
});
export type Draft = z.infer<typeof Draft>;

export const emptyDraft: Draft = { text: '', replyTo: null, files: [] };

const known = new Map<string, Draft>();
const listeners = new Set<() => void>();

/** What is being written in each room, kept in this browser until it is sent. */
export const drafts = {
  of(key: string): Draft {
    const draft = known.get(key) ?? stored(key);
    known.set(key, draft);
    return draft;
  },

  change(key: string, by: (draft: Draft) => Draft): void {
    const draft = by(drafts.of(key));
    known.set(key, draft);
    if (draft.text === '' && !draft.replyTo && draft.files.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
    for (const listener of listeners) listener();
  },

  /** How many of a member's lie here. */
  count: (memberId: string): number => keysOf(memberId).length,

  forget(memberId: string): void {
    for (const key of keysOf(memberId)) drafts.change(key, () => emptyDraft);
  },

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

export const draftKey = (memberId: string, roomId: string): string => `draft.${memberId}.${roomId}`;

const keysOf = (memberId: string): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(draftKey(memberId, '')));

function stored(key: string): Draft {
  try {
    return Draft.parse(JSON.parse(localStorage.getItem(key) ?? ''));
  } catch {
    return emptyDraft;
  }
}
