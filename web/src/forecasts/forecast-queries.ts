import { queryOptions } from '@tanstack/react-query';
import { forecastRoutes } from '#domain/forecasts/routes.ts';
import { call } from '#web/platform/call.ts';

/** It begins as all of segments does: a payment moves the lists, a rebuild makes it anew. */
export const forecast = () =>
  queryOptions({
    queryKey: ['segments', 'forecast'],
    queryFn: ({ signal }) => call(forecastRoutes.read, {}, signal),
  });
