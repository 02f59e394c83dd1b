import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Message } from '#domain/rooms/message.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { call } from '#web/platform/call.ts';
import { toastProblem } from '#web/platform/toast.tsx';
import { takeEntry } from './room-queries.ts';
import type { Wish } from './wish.ts';

/** Changes to messages: they show at once, and are taken back with the reason when the server refuses them. */
export function useWishes(roomId: string) {
  const queries = useQueryClient();
  const mutationKey = ['rooms', roomId, 'wish'];
  const { mutateAsync } = useMutation({
    mutationKey,
    // Without network it fails at once and says so: a change that waits unseen would be forgotten.
    networkMode: 'always',
    mutationFn: async (wish: Wish) => takeEntry(queries, roomId, await done(roomId, wish)),
    onError: toastProblem,
  });
  const pending = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => state.variables as Wish,
  });
  /** False when it was refused. */
  const wish = useCallback(
    (wish: Wish): Promise<boolean> =>
      mutateAsync(wish).then(
        () => true,
        () => false,
      ),
    [mutateAsync],
  );
  return { pending, wish };
}

function done(roomId: string, wish: Wish): Promise<Message> {
  const params = { roomId, messageId: wish.message.id };
  switch (wish.what) {
    case 'edit':
      return call(roomRoutes.edit, { params, body: { text: wish.text, mentions: wish.mentions } });
    case 'remove':
      return call(roomRoutes.remove, { params });
    case 'react':
      return call(roomRoutes.react, { params, body: { emoji: wish.emoji, on: wish.on } });
  }
}
