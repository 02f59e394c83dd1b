import { queryOptions } from '@tanstack/react-query';
import { segmentRoutes } from '#domain/segments/routes.ts';
import type { SegmentName } from '#domain/segments/segment.ts';
import { call } from '#web/platform/call.ts';

export const segmentSummary = () =>
  queryOptions({
    queryKey: ['segments', 'summary'],
    queryFn: ({ signal }) => call(segmentRoutes.summary, {}, signal),
  });

/** Those who spent most. */
export const bestOfSegment = (segment: SegmentName, limit: number) =>
  queryOptions({
    queryKey: ['segments', 'best', segment, limit],
    queryFn: ({ signal }) => call(segmentRoutes.customers, { query: { segment, limit } }, signal),
  });
