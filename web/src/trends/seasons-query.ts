import { queryOptions } from '@tanstack/react-query';
import { trendRoutes } from '#domain/trends/routes.ts';
import { call } from '#web/platform/call.ts';

export const seasonsQuery = queryOptions({
  queryKey: ['segments', 'seasons'],
  queryFn: ({ signal }) => call(trendRoutes.seasons, {}, signal),
});
