import { queryOptions } from '@tanstack/react-query';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { call } from '#web/platform/call.ts';

/** One customer explained; the word "segments" at the front lets every change of the scores bring it anew. */
export const customerStanding = (customerId: string) =>
  queryOptions({
    queryKey: ['segments', 'standing', customerId],
    queryFn: ({ signal }) => call(segmentRoutes.standing, { params: { customerId } }, signal),
  });
