import { createContext, useContext } from 'react';
import type { Message } from '#domain/rooms/message.ts';
import type { RoomMember } from '#domain/rooms/room.ts';

/** What the bubbles of a conversation can have done. */
export type Acts = {
  memberId: string;
  /** May delete what others wrote. */
  isLeader: boolean;
  members: readonly RoomMember[];
  reply: (message: Message) => void;
  edit: (message: Message) => void;
  remove: (message: Message) => void;
  react: (message: Message, emoji: string, on: boolean) => void;
  goTo: (seq: number) => void;
};

export const ActsContext = createContext<Acts | null>(null);

export function useActs(): Acts {
  const acts = useContext(ActsContext);
  if (!acts) throw new Error('There is no conversation above this component');
  return acts;
}
