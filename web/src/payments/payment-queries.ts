import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { SentTo } from '#domain/kernel/route.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { call, linkTo } from '#web/platform/call.ts';
import type { CountQuery } from '#web/platform/list/use-count.ts';
import { type PageQuery, pageSize } from '#web/platform/list/use-keyset.ts';

type Filter = Omit<NonNullable<SentTo<typeof paymentRoutes.count>['query']>, 'exact'>;
type Wish = Filter & Pick<NonNullable<SentTo<typeof paymentRoutes.list>['query']>, 'sort'>;

/** The latest payments, for a page that sums them up. */
export const paymentList = (filter: { customerId?: string | undefined } = {}) =>
  infiniteQueryOptions({
    queryKey: ['payments', 'latest', filter],
    queryFn: ({ pageParam, signal }) => call(paymentRoutes.list, { query: { ...filter, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const paymentPages =
  (wish: Wish = {}): PageQuery<Payment> =>
  (cursor) => ({
    queryKey: ['payments', 'list', wish, cursor ?? null],
    queryFn: ({ signal }) => call(paymentRoutes.list, { query: { ...wish, cursor, limit: pageSize } }, signal),
  });

export const paymentCount =
  ({ sort: _, ...filter }: Wish = {}): CountQuery =>
  (isExact) => ({
    queryKey: ['payments', 'count', filter, isExact],
    queryFn: ({ signal }) =>
      call(paymentRoutes.count, { query: { ...filter, exact: isExact ? '1' : undefined } }, signal),
  });

export const paymentsFile = (wish: Wish, ids: string[] | undefined): string =>
  linkTo(paymentRoutes.export, { query: { ...wish, ids } });

export const paymentsOfTask = (taskId: string) =>
  queryOptions({
    queryKey: ['payments', 'task', taskId],
    queryFn: ({ signal }) => call(paymentRoutes.ofTask, { params: { taskId } }, signal),
  });
