import { type Head, standing, withReceipt } from '#domain/rooms/head.ts';
import type { Work } from '#functions/work.ts';
import { readRoom } from './read-room.ts';

/** Forward only and never beyond the last entry. Others are told when it moved. */
export async function moveReceipt(
  work: Work,
  roomId: string,
  { read, delivered }: { read?: number | undefined; delivered?: number | undefined },
): Promise<void> {
  const { caller, rooms, live } = work;
  const room = await readRoom(work, roomId);
  const { head, about } = room;
  const at = work.now().toISOString();
  const reading = { memberId: caller.memberId, read, delivered, at };
  if (!head || withReceipt(head, reading) === head) return;

  const move = async (now: Head | null): Promise<Head> => {
    const before = now ?? head;
    const next = withReceipt(before, reading);
    return next === before ? before : standing(next, await about(before), at);
  };
  const moved = await rooms.changeHead(roomId, move, room);
  const receipt = moved.receipts[caller.memberId];
  if (receipt) await live.toRoom(roomId, { kind: 'receipt.changed', roomId, memberId: caller.memberId, receipt });
}
