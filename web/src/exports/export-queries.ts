import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { isUnderWay } from '#domain/exports/export.ts';
import { exportRoutes } from '#domain/exports/routes.ts';
import { call, linkTo } from '#web/platform/call.ts';
import { toastProblem } from '#web/platform/toast.tsx';

export const exportsQuery = queryOptions({
  queryKey: ['exports'],
  queryFn: ({ signal }) => call(exportRoutes.list, {}, signal),
  // Besides the live events, which may be missed.
  refetchInterval: ({ state: { data } }) => (data?.items.some(isUnderWay) ? 2000 : false),
});

export function useStartExport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(exportRoutes.start),
    onSettled: () => queries.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  });
}

/** Who sits there proves who they are first; then the browser fetches the file by itself. */
export const useDownload = () =>
  useMutation({
    mutationFn: async (exportId: string) => {
      const { token } = await call(exportRoutes.link, { params: { exportId } });
      location.assign(linkTo(exportRoutes.archive, { params: { exportId }, query: { token } }));
    },
    onError: toastProblem,
  });
