import { createContext, useContext } from 'react';
import type { Message } from '#domain/rooms/message.ts';
import type { Receipts, RoomMember } from '#domain/rooms/room.ts';
import { tickOf } from './receipts.ts';
import { TickLine } from './tick-line.tsx';

type Readers = { members: readonly RoomMember[]; receipts: Receipts; memberId: string };

/** Who is in the room and how far each has read. It moves with every message: only the ticks follow it, not their rows. */
export const ReadersContext = createContext<Readers>({ members: [], receipts: {}, memberId: '' });

export function OwnTick({ message, readAt }: { message: Message; readAt: string | null }) {
  const { members, receipts, memberId } = useContext(ReadersContext);
  return <TickLine at={message.sentAt} tick={tickOf(message.seq, members, receipts, memberId)} readAt={readAt} />;
}
