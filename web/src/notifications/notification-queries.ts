import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { notificationRoutes } from '#domain/notifications/routes.ts';
import { call } from '#web/platform/call.ts';
import { toastProblem } from '#web/platform/toast.tsx';

export const notificationPages = infiniteQueryOptions({
  queryKey: ['notifications', 'list'],
  queryFn: ({ pageParam, signal }) =>
    call(notificationRoutes.list, { query: { cursor: pageParam, limit: 50 } }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const unreadSubjects = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: ({ signal }) => call(notificationRoutes.unread, {}, signal),
});

export const settingsQuery = queryOptions({
  queryKey: ['notification-settings'],
  queryFn: ({ signal }) => call(notificationRoutes.settings, {}, signal),
});

export const pushKeyQuery = queryOptions({
  queryKey: ['push-key'],
  queryFn: ({ signal }) => call(notificationRoutes.pushKey, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** All about one subject, or everything: seen at once, and taken back when the server did not hear of it. */
export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (subjectId: string | undefined) =>
      call(notificationRoutes.read, { body: subjectId === undefined ? {} : { subjectId } }),
    onMutate: async (subjectId) => {
      await queries.cancelQueries({ queryKey: ['notifications'] });
      const readAt = new Date().toISOString();
      queries.setQueryData(notificationPages.queryKey, (known) => {
        if (!known) return known;
        const pages = known.pages.map((page) => ({
          ...page,
          items: page.items.map((each) =>
            each.readAt === null && (subjectId ?? each.on.id) === each.on.id ? { ...each, readAt } : each,
          ),
        }));
        return { ...known, pages };
      });
    },
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  });
}
