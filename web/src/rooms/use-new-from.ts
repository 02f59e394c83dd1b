import { useState } from 'react';
import type { Entry } from '#domain/rooms/message.ts';

/**
 * The seq where what the reader has not seen begins, for the line "New": set on opening the room and when something
 * comes while they look elsewhere. It stays while they read on, so that the line does not run away from them.
 */
export function useNewFrom(
  entries: readonly Entry[],
  read: number,
  memberId: string,
  isReading: boolean,
): number | null {
  const [opened] = useState(() => firstUnread(entries, read, memberId));
  const [newFrom, setNewFrom] = useState(opened);
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const lastSeq = entries.at(-1)?.seq ?? 0;

  if (isReading && leftAt !== null) setLeftAt(null);
  if (!isReading && leftAt === null) setLeftAt(lastSeq);
  if (leftAt !== null && lastSeq > leftAt && (newFrom === null || newFrom <= leftAt)) {
    const next = firstUnread(entries, leftAt, memberId);
    if (next !== null && next !== newFrom) setNewFrom(next);
  }
  return newFrom;
}

/** Null when all is read; whoever was never here has nothing that is newer than the rest. */
function firstUnread(entries: readonly Entry[], read: number, memberId: string): number | null {
  if (read === 0 || read >= (entries.at(-1)?.seq ?? 0)) return null;
  // It may stand on an earlier page.
  const first = entries.find(({ seq }) => seq === read + 1);
  return first?.kind === 'message' && first.sender.id === memberId ? null : read + 1;
}
