import { queryOptions } from '@tanstack/react-query';
import type { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { ask } from '#web/platform/ask.ts';

type AtAddress = typeof workspaceRoutes.atAddress;

export const businessQuery = (slug: string) =>
  queryOptions({
    queryKey: ['workspaces', slug],
    queryFn: ({ signal }) => ask<AtAddress>({ method: 'GET', path: 'workspaces/{slug}' }, { params: { slug } }, signal),
    staleTime: 60_000,
  });
