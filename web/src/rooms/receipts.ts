import type { Receipts, RoomMember } from '#domain/rooms/room.ts';
import type { Row } from './runs.ts';

/** How far a message of mine has come; who looks on as an observer does not count. */
export type Tick = { state: 'sent' | 'delivered' | 'read'; readBy: readonly string[]; isForTwo: boolean };

export function tickOf(seq: number, members: readonly RoomMember[], receipts: Receipts, memberId: string): Tick {
  const others = members.filter(({ id, as }) => id !== memberId && as === 'member');
  const readBy = others.filter(({ id }) => (receipts[id]?.read ?? 0) >= seq).map(({ name }) => name);
  const isForTwo = others.length === 1;
  if (readBy.length > 0) return { state: 'read', readBy, isForTwo };
  const isDelivered = others.some(({ id }) => (receipts[id]?.delivered ?? 0) >= seq);
  return { state: isDelivered ? 'delivered' : 'sent', readBy, isForTwo };
}

/**
 * Which of my runs the other of two read last, and when: the moment is true of the newest they have read and of none
 * before it. Null in a room of more.
 */
export function newestRead(
  rows: readonly Row[],
  members: readonly RoomMember[],
  receipts: Receipts,
  memberId: string,
): { key: string; at: string } | null {
  const [other, ...more] = members.filter(({ id, as }) => id !== memberId && as === 'member');
  const receipt = other && receipts[other.id];
  if (!receipt?.readAt || more.length > 0) return null;
  const { read, readAt } = receipt;
  const row = rows.findLast((each) => {
    if (each.kind !== 'message' || !each.closesRun) return false;
    return each.message.sender.id === memberId && each.message.seq <= read;
  });
  return row ? { key: row.key, at: readAt } : null;
}
