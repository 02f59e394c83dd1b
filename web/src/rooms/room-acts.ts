import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ResultOf, Route, SentTo } from '#domain/kernel/route.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { call } from '#web/platform/call.ts';
import { toastProblem } from '#web/platform/toast.tsx';

/** After an act on a room, also a refused one, the room and its row are read again. */
function useRoomAct<const R extends Route>(route: R, onDone?: (result: ResultOf<R>, sent: SentTo<R>) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sent: SentTo<R>) => call(route as Route, sent as never) as Promise<ResultOf<R>>,
    onSuccess: (result, sent) => onDone?.(result, sent),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['seats'] });
      return queries.invalidateQueries({ queryKey: ['rooms'] });
    },
  });
}

function useEnter() {
  const navigate = useNavigate();
  return (roomId: string) => void navigate({ to: `/chat/${roomId}` });
}

export function useOpenDirect() {
  const enter = useEnter();
  return useRoomAct(roomRoutes.openDirect, ({ id }) => enter(id));
}

export function useOpenTeam() {
  const enter = useEnter();
  return useRoomAct(roomRoutes.openTeam, ({ id }) => enter(id));
}

export function useOpenSupport() {
  const enter = useEnter();
  return useRoomAct(roomRoutes.openSupport, ({ id }) => enter(id));
}

export const useChangeTeam = () => useRoomAct(roomRoutes.changeTeam);

export function useMute(roomId: string) {
  const { mutate, isPending } = useRoomAct(roomRoutes.mute);
  return {
    setMuted: (isMuted: boolean) => mutate({ params: { roomId }, body: { isMuted } }, { onError: toastProblem }),
    isPending,
  };
}

/** `leave` shows another page. It goes first: what an open room still asks for would be refused, or observe it again. */
export function useStopObserving(roomId: string, leave: () => Promise<void>) {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: () => call(roomRoutes.stopObserving, { params: { roomId } }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: ['rooms', roomId] });
      queries.removeQueries({ queryKey: ['files', 'room', roomId] });
    },
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['seats'] }),
  });
  return () => void leave().then(() => mutate());
}
