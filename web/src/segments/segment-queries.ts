import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { segmentRoutes } from '#domain/segments/routes.ts';
import type { SegmentName } from '#domain/segments/segment.ts';
import { call } from '#web/platform/call.ts';

export const segmentSummary = () =>
  queryOptions({
    queryKey: ['segments', 'summary'],
    queryFn: ({ signal }) => call(segmentRoutes.summary, {}, signal),
  });

export const segmentCustomers = (segment: SegmentName, limit = 100) =>
  infiniteQueryOptions({
    queryKey: ['segments', 'customers', segment, limit],
    queryFn: ({ pageParam, signal }) =>
      call(segmentRoutes.customers, { query: { segment, limit, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
