import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SentTo } from '#domain/kernel/route.ts';
import type { SegmentRow } from '#domain/segments/list.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import type { SegmentName } from '#domain/segments/segment.ts';
import { trendRoutes } from '#domain/trends/routes.ts';
import { call, linkTo } from '#web/platform/call.ts';
import type { CountQuery } from '#web/platform/list/use-count.ts';
import { type PageQuery, pageSize } from '#web/platform/list/use-keyset.ts';

type Filter = Omit<NonNullable<SentTo<typeof segmentRoutes.count>['query']>, 'exact'>;
export type SegmentWish = Filter & Pick<NonNullable<SentTo<typeof segmentRoutes.customers>['query']>, 'sort'>;

export const segmentSummary = () =>
  queryOptions({
    queryKey: ['segments', 'summary'],
    queryFn: ({ signal }) => call(segmentRoutes.summary, {}, signal),
  });

export const segmentPages =
  (wish: SegmentWish): PageQuery<SegmentRow> =>
  (cursor) => ({
    queryKey: ['segments', 'list', wish, cursor ?? null],
    queryFn: ({ signal }) => call(segmentRoutes.customers, { query: { ...wish, cursor, limit: pageSize } }, signal),
  });

export const segmentCount =
  ({ sort: _, ...filter }: SegmentWish): CountQuery =>
  (isExact) => ({
    queryKey: ['segments', 'count', filter, isExact],
    queryFn: ({ signal }) =>
      call(segmentRoutes.count, { query: { ...filter, exact: isExact ? '1' : undefined } }, signal),
  });

export const segmentFile = (wish: SegmentWish): string => linkTo(segmentRoutes.export, { query: wish });

export const segmentBook = (wish: SegmentWish): string => linkTo(segmentRoutes.exportXlsx, { query: wish });

export const distributions = queryOptions({
  queryKey: ['segments', 'distributions'],
  queryFn: ({ signal }) => call(segmentRoutes.distributions, {}, signal),
});

export const movement = queryOptions({
  queryKey: ['segments', 'movement'],
  queryFn: ({ signal }) => call(trendRoutes.movement, {}, signal),
});

export const movedCustomers = (segment: SegmentName, way: 'in' | 'out') =>
  queryOptions({
    queryKey: ['segments', 'moved', segment, way],
    queryFn: ({ signal }) => call(trendRoutes.moved, { query: { segment, way } }, signal),
  });

export const lastRebuild = queryOptions({
  queryKey: ['segments', 'rebuild'],
  queryFn: ({ signal }) => call(segmentRoutes.rebuild, {}, signal),
});

export function useStartRebuild() {
  const queries = useQueryClient();
  return useMutation({
    // An answer from before would say that the one asked for is done already.
    onMutate: () => queries.cancelQueries(lastRebuild),
    mutationFn: () => call(segmentRoutes.startRebuild),
    onSuccess: (rebuild) => queries.setQueryData(lastRebuild.queryKey, rebuild),
  });
}
