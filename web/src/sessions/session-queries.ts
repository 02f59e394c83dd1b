import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionRoutes } from '#domain/sessions/routes.ts';
import { call } from '#web/platform/call.ts';
import { toast, toastProblem } from '#web/platform/toast.tsx';

export const mySessions = queryOptions({
  queryKey: ['sessions', 'mine'],
  queryFn: ({ signal }) => call(sessionRoutes.list, {}, signal),
});

export const sessionsOf = (memberId: string) =>
  queryOptions({
    queryKey: ['sessions', 'member', memberId],
    queryFn: ({ signal }) => call(sessionRoutes.ofMember, { params: { memberId } }, signal),
  });

/** What is shown after ending is asked anew, also when it failed: it may have ended by itself. */
function useEnding<Of>(end: (of: Of) => Promise<void>, said: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: end,
    onSuccess: () => toast(said),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
}

export const useEndSession = () =>
  useEnding((sessionId: string) => call(sessionRoutes.end, { params: { sessionId } }), 'Signed out there');

export const useEndOthers = () => useEnding<void>(() => call(sessionRoutes.endOthers), 'Signed out everywhere else');

export const useSignOutMember = (memberId: string) =>
  useEnding<void>(() => call(sessionRoutes.signOutMember, { params: { memberId } }), 'Signed out everywhere');
