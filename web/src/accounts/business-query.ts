import { queryOptions } from '@tanstack/react-query';
import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { call } from '#web/platform/call.ts';

export const businessQuery = (slug: string) =>
  queryOptions({
    queryKey: ['workspaces', slug],
    queryFn: ({ signal }) => call(workspaceRoutes.atAddress, { params: { slug } }, signal),
    staleTime: 60_000,
  });
