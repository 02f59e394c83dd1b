import { type Head, isNamed } from './head.ts';
import type { Seat } from './room.ts';

// To know the room by. Every line writes every seat: all of a large team in each would be their square.
const mostNamed = 12;

/** A room as it stands in a member's list: null when they are not in it, or it is deleted. `isMuted` is their own to say. */
export function seatOf(
  head: Head | null,
  { roomId, memberId, isMuted }: { roomId: string; memberId: string; isMuted: boolean },
): Seat | null {
  const me = head?.members.find(({ id }) => id === memberId);
  if (!head || !me || head.deletedAt !== null) return null;
  const { kind, title, members, lastSeq, lastLine, updatedAt } = head;
  const read = head.receipts[memberId]?.read ?? 0;
  return {
    roomId,
    kind,
    title,
    members: members.slice(0, mostNamed),
    as: me.as,
    lastSeq,
    unread: lastSeq - read,
    isMentioned: isNamed(head, memberId),
    isMuted,
    lastLine,
    updatedAt,
  };
}
