import { useNavigate, useSearch } from '@tanstack/react-router';
import * as z from 'zod';
import { RoomKind } from '#domain/rooms/room.ts';

/** What is asked of the room list stands in the address, and `at` the message that is gone to. */
export const ChatSearch = z.object({
  q: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  kind: RoomKind.optional().catch(undefined),
  at: z.coerce.number().int().positive().optional().catch(undefined),
});
export type ChatSearch = z.infer<typeof ChatSearch>;

export function useChatSearch() {
  const { q, kind, at }: ChatSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    q,
    kind,
    at,
    /** Typing is no step back. */
    show: (change: Pick<ChatSearch, 'q' | 'kind'>) =>
      void navigate({ to: '.', search: (before: ChatSearch) => ({ ...before, ...change }), replace: true }),
  };
}
