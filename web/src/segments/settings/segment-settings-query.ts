import { queryOptions } from '@tanstack/react-query';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { call } from '#web/platform/call.ts';

export const segmentSettings = queryOptions({
  queryKey: ['segments', 'settings'],
  queryFn: ({ signal }) => call(segmentRoutes.settings, {}, signal),
});
